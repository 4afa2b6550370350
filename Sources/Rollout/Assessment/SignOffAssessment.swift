/// A recorded sign-off, and whether it counts at the instant.
package struct SignOffAssessment: Hashable, Sendable {
    package let record: Record
    package let signOff: SignOff
    package let counts: Bool
    /// Why it counts, or why not.
    package let why: String
    /// It would count, had not time passed or the wording changed.
    package let isStale: Bool

    package init(
        record: Record, signOff: SignOff, counts: Bool, why: String, isStale: Bool = false
    ) {
        self.record = record
        self.signOff = signOff
        self.counts = counts
        self.why = why
        self.isStale = isStale
    }
}
