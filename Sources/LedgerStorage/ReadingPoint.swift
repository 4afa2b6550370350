package import Rollout

/// How much of a ledger a judgement looks at: always its first entries.
package enum ReadingPoint: Hashable, Sendable {
    /// All entries that there are now.
    case everything
    /// All up to the last one that the ledger took by then; those before it belong, however they
    /// are dated.
    case instant(Instant)
    /// So many; a ledger with fewer is an error.
    case entries(Int)
}
