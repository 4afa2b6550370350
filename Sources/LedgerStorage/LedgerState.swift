package import Rollout

/// What a reading found out about the ledger as a whole.
package struct LedgerState: Hashable, Sendable {
    /// How much of the ledger was looked at, entries of other rollouts included.
    package let extent: LedgerExtent
    /// Damage outside of the rollout that was read: the rollout stands, but people must be told.
    package let warnings: [LedgerDamage]

    package init(extent: LedgerExtent, warnings: [LedgerDamage] = []) {
        self.extent = extent
        self.warnings = warnings
    }

    /// A ledger without entries, or one that does not exist yet.
    package static let empty = LedgerState(extent: .empty)
}
