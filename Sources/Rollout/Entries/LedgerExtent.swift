/// How much of a ledger there was: its first entries, and the hash that stands for all of them.
package struct LedgerExtent: Hashable, Sendable {
    /// The number of entries, those of other rollouts included.
    package let size: Int
    /// The root of the Merkle tree over them (RFC 6962 section 2.1).
    package let root: ContentDigest

    package init(size: Int, root: ContentDigest) {
        self.size = size
        self.root = root
    }

    /// A ledger without entries: its root is the digest of nothing.
    package static let empty = LedgerExtent(size: 0, root: ContentDigest(of: []))
}
