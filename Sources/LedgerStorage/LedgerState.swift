package import Rollout

/// What a reading found out about the ledger as a whole.
package struct LedgerState: Hashable, Sendable {
    /// How much of the ledger was looked at, entries of other rollouts included.
    package let extent: LedgerExtent
    /// The newest entry of the whole ledger; nil where there is none, or it is damaged.
    package let newest: Newest?
    /// Damage outside of the rollout that was read: the rollout stands, but people must be told.
    package let warnings: [LedgerDamage]
    /// Damage behind the entries that were asked for: it has no place in what is said of them.
    package let beyond: [LedgerDamage]
    /// Whether nothing but the file itself says that it is whole and as it was recorded.
    package let isUnverifiedCopy: Bool

    /// Which entry the newest one is, and when the ledger took it.
    package struct Newest: Hashable, Sendable {
        package let sequence: Int
        package let recordedAt: Instant

        package init(_ sequence: Int, _ recordedAt: Instant) {
            self.sequence = sequence
            self.recordedAt = recordedAt
        }

        init(_ entry: Entry) { self.init(entry.sequence, entry.recordedAt) }
    }

    package init(
        extent: LedgerExtent, newest: Newest? = nil, warnings: [LedgerDamage] = [],
        beyond: [LedgerDamage] = [], isUnverifiedCopy: Bool = false
    ) {
        self.extent = extent
        self.newest = newest
        self.warnings = warnings
        self.beyond = beyond
        self.isUnverifiedCopy = isUnverifiedCopy
    }

    /// A ledger without entries, or one that does not exist yet.
    package static let empty = LedgerState(extent: .empty)
}
