package import Rollout

/// The hashes that lead from one leaf to the root (RFC 9162 section 2.1.3).
package struct InclusionProof: Hashable, Sendable {
    /// The place of the leaf, from 0.
    package let index: Int
    /// From the leaf upwards.
    package let hashes: [ContentDigest]

    package init(index: Int, hashes: [ContentDigest]) {
        self.index = index
        self.hashes = hashes
    }

    /// Whether the leaf is in the tree, at its index.
    package func proves(_ leaf: ContentDigest, in tree: LedgerExtent) -> Bool {
        guard index >= 0, index < tree.size else { return false }
        var climb = TreeClimb(index, of: tree.size)
        var root = leaf
        for hash in hashes {
            guard let isRight = climb.step() else { return false }
            root = isRight ? MerkleTree.node(hash, root) : MerkleTree.node(root, hash)
        }
        return climb.isAtRoot && root == tree.root
    }
}
