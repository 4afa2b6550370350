/// Damage in the ledger that is not in the entries of the rollout that is judged.
package struct LedgerWarning: Hashable, Sendable {
    /// The entry that is damaged; nil where none can be named.
    package let entry: Int?
    /// What was found, as a sentence.
    package let detail: String

    package init(entry: Int?, detail: String) {
        self.entry = entry
        self.detail = detail
    }
}
