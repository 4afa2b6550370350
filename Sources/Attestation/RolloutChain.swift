package import Rollout

/// The entries of one rollout in their order: how many there are, and the running hash over them.
package struct RolloutChain: Hashable, Sendable {
    package private(set) var count: Int
    /// The hash over the link before it and the leaf hash of the newest entry.
    package private(set) var link: ContentDigest

    /// A chain that was kept elsewhere.
    package init(count: Int, link: ContentDigest) {
        self.count = count
        self.link = link
    }

    /// No entries yet: its link is the digest of nothing.
    package static let empty = RolloutChain(count: 0, link: ContentDigest(of: []))

    /// Takes in the leaf hash of the next entry.
    package mutating func append(_ leaf: ContentDigest) {
        var hasher = ContentDigest.Hasher()
        hasher.add(byte: 4)
        hasher.add(link)
        hasher.add(leaf)
        link = hasher.digest
        count += 1
    }
}
