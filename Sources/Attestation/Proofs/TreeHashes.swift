package import Rollout

/// The hashes of the complete subtrees of a Merkle tree, kept somewhere: every root and every proof
/// is made of them.
///
/// What is made is held against what else they say, because what is kept may have been changed.
package struct TreeHashes {
    /// The number of leaves.
    package let size: Int
    private let subtree: (_ leaf: Int, _ height: Int) throws -> ContentDigest

    /// The hashes contradict each other.
    package struct Contradiction: Error {
        package init() {}
    }

    /// Those of a tree without leaves.
    package static var empty: TreeHashes { TreeHashes(size: 0) { _, _ in throw Contradiction() } }

    /// Hashes that are kept elsewhere: `subtree` finds that of the complete subtree of 2 to the power
    /// of a height leaves that ends with a leaf, counted from 1.
    package init(
        size: Int, subtree: @escaping (_ leaf: Int, _ height: Int) throws -> ContentDigest
    ) {
        self.size = size
        self.subtree = subtree
    }

    /// The hash of the complete subtree of 2 to the power of a height leaves that ends with a leaf,
    /// counted from 1.
    package func subtree(endingAt leaf: Int, height: Int) throws -> ContentDigest {
        try subtree(leaf, height)
    }

    /// The tree over its first leaves, as many as there were at a size up to this one.
    package func extent(at size: Int) throws -> LedgerExtent {
        LedgerExtent(size: size, root: try hash(0, size))
    }

    /// Proves that the leaf at an index, from 0, is in the tree of a size.
    package func inclusion(of index: Int, in size: Int) throws -> InclusionProof {
        precondition(0 <= index && index < size && size <= self.size, "checked by the caller")
        var hashes: [ContentDigest] = []
        var (start, end) = (0, size)
        while end - start > 1 {
            let middle = start + Self.split(end - start)
            if index < middle {
                hashes.append(try hash(middle, end))
                end = middle
            } else {
                hashes.append(try hash(start, middle))
                start = middle
            }
        }
        let proof = InclusionProof(index: index, hashes: hashes.reversed())
        guard proof.proves(try subtree(index + 1, 0), in: try extent(at: size)) else {
            throw Contradiction()
        }
        return proof
    }

    /// Proves that the tree of a size is the beginning of the tree of another one.
    package func consistency(from old: Int, to new: Int) throws -> ConsistencyProof {
        precondition(0 <= old && old <= new && new <= size, "checked by the caller")
        var hashes: [ContentDigest] = []
        var (start, end) = (0, new)
        while old > 0, end != old {
            let middle = start + Self.split(end - start)
            if old <= middle {
                hashes.append(try hash(middle, end))
                end = middle
            } else {
                hashes.append(try hash(start, middle))
                start = middle
            }
        }
        // The verifier knows the old root, but not that of a part of the old tree.
        if start > 0 { hashes.append(try hash(start, end)) }
        let proof = ConsistencyProof(hashes: hashes.reversed())
        guard proof.proves(try extent(at: new), extends: try extent(at: old)) else {
            throw Contradiction()
        }
        return proof
    }

    /// The largest power of two below a number of leaves.
    private static func split(_ count: Int) -> Int {
        1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
    }

    /// The root over the leaves from one index up to another one, as the tree parts them.
    private func hash(_ start: Int, _ end: Int) throws -> ContentDigest {
        var tree = MerkleTree()
        for part in MerkleTree.subtrees(from: start, to: end) {
            tree.append(try subtree(part.leaf, part.height), height: part.height)
        }
        return tree.root
    }
}
