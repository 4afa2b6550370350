package import Rollout

/// The entries of one rollout, and what of the ledger they were read from.
package struct LedgerReading: Hashable, Sendable {
    /// In the order of the ledger.
    package let entries: [Entry]
    package let state: LedgerState

    package init(entries: [Entry], state: LedgerState) {
        self.entries = entries
        self.state = state
    }
}
