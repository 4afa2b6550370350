/// A recorded waiver, and whether it covers the instant.
package struct WaiverAssessment: Hashable, Sendable {
    package let record: Record
    package let waiver: Waiver
    package let covers: Bool
    /// Why it covers, or why not.
    package let why: String

    package init(record: Record, waiver: Waiver, covers: Bool, why: String) {
        self.record = record
        self.waiver = waiver
        self.covers = covers
        self.why = why
    }
}
