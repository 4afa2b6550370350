/// Where a draft stands in a ledger that takes each statement once.
package struct RecordedDraft: Hashable, Sendable {
    package let sequence: Int
    /// It was not on record before.
    package let isNew: Bool
}
