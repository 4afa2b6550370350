package import Rollout

/// The Merkle tree over the entries of a ledger (RFC 6962 section 2.1), by its peaks alone.
///
/// A peak is the hash of a complete subtree; there is one for each binary digit 1 of the size, so
/// that a leaf costs log n steps and the tree takes log n memory.
package struct MerkleTree: Hashable, Sendable {
    /// The number of leaves.
    package private(set) var size: Int
    /// The hashes of the complete subtrees from left to right, the largest first.
    package private(set) var peaks: [ContentDigest]

    package init() {
        size = 0
        peaks = []
    }

    /// A tree that was kept elsewhere; nil where there are not as many peaks as its size has.
    package init?(size: Int, peaks: [ContentDigest]) {
        guard size >= 0, peaks.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.peaks = peaks
    }

    /// Adds the hash of a leaf.
    ///
    /// Returns the hashes of the subtrees that it completes, from two leaves upwards: from them and
    /// the leaves, every earlier root and every proof can be made.
    @discardableResult
    package mutating func append(_ leaf: ContentDigest) -> [ContentDigest] {
        var completed: [ContentDigest] = []
        append(leaf, height: 0) { completed.append($0) }
        return completed
    }

    /// Adds a complete subtree whose hash is known: 2 to the power of its height leaves.
    ///
    /// There must be room for it: the size is a multiple of its leaves.
    package mutating func append(
        _ subtree: ContentDigest, height: Int, completed: (ContentDigest) -> Void = { _ in }
    ) {
        var hash = subtree
        var level = height
        while size >> level & 1 == 1 {
            hash = Self.node(peaks.removeLast(), hash)
            completed(hash)
            level += 1
        }
        peaks.append(hash)
        size += 1 << height
    }

    /// The complete subtrees, from left to right and as large as they can be, that fill a tree of
    /// one size up to another one; each with its last leaf, counted from 1.
    package static func subtrees(from size: Int, to end: Int) -> [(leaf: Int, height: Int)] {
        var parts: [(leaf: Int, height: Int)] = []
        var reached = size
        while reached < end {
            let fitting = Int.bitWidth - 1 - (end - reached).leadingZeroBitCount
            let height = min(fitting, reached.trailingZeroBitCount)
            reached += 1 << height
            parts.append((reached, height))
        }
        return parts
    }

    /// The hash that stands for all leaves and their order.
    package var root: ContentDigest {
        guard var root = peaks.last else { return LedgerExtent.empty.root }
        for peak in peaks.dropLast().reversed() { root = Self.node(peak, root) }
        return root
    }

    package var extent: LedgerExtent { LedgerExtent(size: size, root: root) }

    /// The hash over two subtrees.
    package static func node(_ left: ContentDigest, _ right: ContentDigest) -> ContentDigest {
        var hasher = ContentDigest.Hasher()
        hasher.add(byte: 1)
        hasher.add(left)
        hasher.add(right)
        return hasher.digest
    }
}
