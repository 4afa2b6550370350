package import Rollout

/// Makes the chain of each rollout of a whole ledger, one entry after the other.
package struct RolloutTally {
    /// The hashes over the chains so far.
    package private(set) var chains = RolloutChains()
    /// The link that the rollout of the newest entry had before it; nil where there is no entry.
    package private(set) var previous: ContentDigest?
    private var buckets = Array(repeating: RolloutBucket(), count: RolloutChains.bucketCount)

    package init() {}

    /// Takes in the leaf hash of the next entry.
    ///
    /// Returns its number in its rollout, and the hash over all chains before it.
    package mutating func append(
        _ leaf: ContentDigest, of rollout: [UInt8]
    ) -> (ordinal: Int, root: ContentDigest) {
        let root = chains.root
        let index = RolloutBucket.index(of: rollout)
        var chain = buckets[index][rollout]
        previous = chain.link
        chain.append(leaf)
        buckets[index][rollout] = chain
        chains[index] = buckets[index].digest
        return (chain.count, root)
    }

    /// The chains of a bucket so far.
    package func bucket(_ index: Int) -> RolloutBucket { buckets[index] }
}
