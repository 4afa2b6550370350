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
        var hash = leaf
        for _ in 0..<size.trailingOnes {
            hash = Self.node(peaks.removeLast(), hash)
            completed.append(hash)
        }
        peaks.append(hash)
        size += 1
        return completed
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
        hasher.add([1] + left.bytes + right.bytes)
        return hasher.digest
    }

    /// The last leaf of each peak of a tree, counted from 1, with the height of the peak above it.
    package static func peaks(ofSize size: Int) -> [(leaf: Int, height: Int)] {
        var leaf = 0
        return (0..<Int.bitWidth).reversed().filter { size >> $0 & 1 == 1 }.map { height in
            leaf += 1 << height
            return (leaf, height)
        }
    }
}

extension Int {
    /// The number of binary digits 1 at its end.
    fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
