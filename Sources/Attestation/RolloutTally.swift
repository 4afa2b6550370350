package import Rollout

/// Counts the entries of each rollout of a whole ledger, one after the other.
package struct RolloutTally {
    private var counts = RolloutCounts()
    private var buckets = Array(repeating: RolloutBucket(), count: RolloutCounts.bucketCount)

    package init() {}

    /// Counts the next entry, and returns its number in its rollout and the hash over all counts.
    package mutating func add(_ rollout: [UInt8]) -> (ordinal: Int, root: ContentDigest) {
        let index = RolloutBucket.index(of: rollout)
        let ordinal = buckets[index].add(rollout)
        counts[index] = buckets[index].digest
        return (ordinal, counts.root)
    }

    /// The number of entries of a rollout so far.
    package func count(of rollout: [UInt8]) -> Int {
        buckets[RolloutBucket.index(of: rollout)].count(of: rollout)
    }

    /// The counts of a bucket so far.
    package func bucket(_ index: Int) -> RolloutBucket { buckets[index] }

    /// The hashes over all buckets.
    package var hashes: [ContentDigest] { counts.buckets }
}
