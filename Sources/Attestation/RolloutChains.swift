package import Rollout

/// The hash over the chains of all rollouts of a ledger, in two levels of sixteen.
///
/// Each entry carries the one of the ledger before it. The newest entry thus says of every rollout
/// how many entries there are and which, and for one rollout that is proved by the hashes of 256
/// buckets and the rows of two of them.
package struct RolloutChains: Hashable, Sendable {
    /// The hash of each bucket.
    package private(set) var buckets: [ContentDigest]
    private var groups: [ContentDigest]

    package static let bucketCount = 256
    private static let width = 16

    /// No entries yet.
    package init() {
        let empty = RolloutBucket().digest
        buckets = Array(repeating: empty, count: Self.bucketCount)
        groups = []
        groups = (0..<Self.width).map(group)
    }

    /// Hashes that were kept elsewhere; nil where there are not as many as there are buckets.
    package init?(buckets: [ContentDigest]) {
        guard buckets.count == Self.bucketCount else { return nil }
        self.buckets = buckets
        groups = []
        groups = (0..<Self.width).map(group)
    }

    package subscript(bucket: Int) -> ContentDigest {
        get { buckets[bucket] }
        set {
            buckets[bucket] = newValue
            groups[bucket / Self.width] = group(bucket / Self.width)
        }
    }

    package var root: ContentDigest { Self.hash(groups[...]) }

    private func group(_ index: Int) -> ContentDigest {
        Self.hash(buckets[(index * Self.width)..<((index + 1) * Self.width)])
    }

    private static func hash(_ digests: ArraySlice<ContentDigest>) -> ContentDigest {
        var hasher = ContentDigest.Hasher()
        hasher.add(byte: 2)
        for digest in digests { hasher.add(digest) }
        return hasher.digest
    }
}
