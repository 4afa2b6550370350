import Attestation
import Rollout
import Testing

/// The tree against the definition of RFC 6962 and against published roots.
struct MerkleTreeTests {
    /// The leaves of the test vectors of the reference implementation of Certificate Transparency
    /// (merkle_tree_test.cc).
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6F),
    ]

    static let roots = [
        "6e340b9c", "fac54203", "aeb6bcfe", "d37ee418", "4e3bbb1f", "76e67dad", "ddb89be4",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("The roots of the published test vectors")
    func published() {
        var tree = MerkleTree()
        #expect(
            tree.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (leaf, root) in zip(Self.leaves, Self.roots) {
            tree.append(ContentDigest(ofLeaf: leaf))
            #expect(tree.root.hex.hasPrefix(root))
        }
        #expect(tree.extent == LedgerExtent(size: 8, root: tree.root))
    }

    /// MTH of RFC 6962 section 2.1, word for word.
    private func root(_ leaves: ArraySlice<ContentDigest>) -> ContentDigest {
        guard leaves.count > 1 else {
            return leaves.first ?? ContentDigest(of: [])
        }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return MerkleTree.node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    @Test("At every size up to 300 the root is the one of the definition")
    func everySize() {
        let leaves = (0..<300).map { ContentDigest(ofLeaf: Array("\($0)".utf8)) }
        var tree = MerkleTree()
        for (index, leaf) in leaves.enumerated() {
            tree.append(leaf)
            #expect(tree.size == index + 1)
            #expect(tree.root == root(leaves[...index]))
        }
    }

    @Test("What the leaves complete holds the peaks of every earlier size")
    func earlierPeaks() {
        var tree = MerkleTree()
        var completed: [[ContentDigest]] = []
        for number in 0..<130 {
            let leaf = ContentDigest(ofLeaf: Array("\(number)".utf8))
            completed.append([leaf] + tree.append(leaf))
            for size in 0...tree.size where size == tree.size || size % 7 == 0 {
                let peaks = MerkleTree.subtrees(from: 0, to: size)
                    .map { completed[$0.leaf - 1][$0.height] }
                let earlier = MerkleTree(size: size, peaks: peaks)
                #expect(earlier?.size == size)
                if size == tree.size { #expect(earlier == tree) }
            }
        }
    }

    @Test("A tree made of any leaves and the subtrees between them is the whole tree")
    func parts() {
        var whole = MerkleTree()
        var completed: [[ContentDigest]] = []
        for number in 0..<70 {
            let leaf = ContentDigest(ofLeaf: Array("\(number)".utf8))
            completed.append([leaf] + whole.append(leaf))
        }
        for step in 1...70 {
            var tree = MerkleTree()
            for leaf in stride(from: step, through: 70, by: step) {
                for part in MerkleTree.subtrees(from: tree.size, to: leaf - 1) {
                    tree.append(completed[part.leaf - 1][part.height], height: part.height)
                }
                tree.append(completed[leaf - 1][0], height: 0)
            }
            for part in MerkleTree.subtrees(from: tree.size, to: 70) {
                tree.append(completed[part.leaf - 1][part.height], height: part.height)
            }
            #expect(tree == whole)
        }
    }

    @Test("A tree that was kept goes on where it stood, and one with other peaks is refused")
    func kept() {
        var tree = MerkleTree()
        for number in 0..<21 { tree.append(ContentDigest(ofLeaf: Array("\(number)".utf8))) }
        var again = MerkleTree(size: 21, peaks: tree.peaks)
        let next = ContentDigest(ofLeaf: Array("next".utf8))
        again?.append(next)
        tree.append(next)
        #expect(again == tree)
        #expect(MerkleTree(size: 23, peaks: tree.peaks) == nil)
        #expect(MerkleTree(size: -1, peaks: []) == nil)
    }
}
