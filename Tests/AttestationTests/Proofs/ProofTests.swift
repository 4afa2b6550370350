import Attestation
import Rollout
import Testing

/// Every proof of every tree with fewer than 40 leaves, against the recursive definitions of RFC 6962.
struct ProofTests {
    private static let most = 39

    /// MTH of RFC 6962 section 2.1, word for word.
    private static func root(_ leaves: ArraySlice<ContentDigest>) -> ContentDigest {
        guard leaves.count > 1 else { return leaves.first ?? ContentDigest(of: []) }
        let middle = leaves.startIndex + split(leaves.count)
        return MerkleTree.node(root(leaves[..<middle]), root(leaves[middle...]))
    }

    private static func split(_ count: Int) -> Int {
        var split = 1
        while split * 2 < count { split *= 2 }
        return split
    }

    /// PATH of section 2.1.1.
    private static func path(
        _ index: Int, _ leaves: ArraySlice<ContentDigest>
    ) -> [ContentDigest] {
        guard leaves.count > 1 else { return [] }
        let split = split(leaves.count)
        let middle = leaves.startIndex + split
        return index < split
            ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
            : path(index - split, leaves[middle...]) + [root(leaves[..<middle])]
    }

    /// SUBPROOF of section 2.1.2.
    private static func subproof(
        _ old: Int, _ leaves: ArraySlice<ContentDigest>, _ isWhole: Bool
    ) -> [ContentDigest] {
        guard old != leaves.count else { return isWhole ? [] : [root(leaves)] }
        let split = split(leaves.count)
        let middle = leaves.startIndex + split
        return old <= split
            ? subproof(old, leaves[..<middle], isWhole) + [root(leaves[middle...])]
            : subproof(old - split, leaves[middle...], false) + [root(leaves[..<middle])]
    }

    private static let leaves = Example.tree(most).leaves
    private static var hashes: TreeHashes { Example.tree(most).hashes }
    private static let extents = (0...most).map {
        LedgerExtent(size: $0, root: root(leaves[..<$0]))
    }

    /// Wrong proofs that are near a right one: cut, lengthened, turned round, two hashes swapped, a
    /// hash of its own twice.
    private static func wrong(_ hashes: [ContentDigest]) -> [[ContentDigest]] {
        var wrong = [hashes + [leaves[0]], [leaves[0]] + hashes, hashes + hashes]
        if let last = hashes.last {
            wrong += [Array(hashes.dropLast()), Array(hashes.dropFirst()), hashes + [last]]
        }
        for index in hashes.indices {
            var changed = hashes
            changed[index] = ContentDigest(of: hashes[index].bytes)
            wrong.append(changed)
            for other in hashes.indices where other > index {
                changed = hashes
                changed.swapAt(index, other)
                wrong.append(changed)
            }
        }
        return wrong.filter { $0 != hashes }
    }

    @Test("Inclusion of every leaf in every tree, and in no other")
    func inclusion() throws {
        let hashes = Self.hashes
        var checked = 0
        for size in 1...Self.most {
            for index in 0..<size {
                let proof = try hashes.inclusion(of: index, in: size)
                #expect(proof.hashes == Self.path(index, Self.leaves[..<size]))
                #expect(proof.proves(Self.leaves[index], in: Self.extents[size]))
                for other in [0, index - 1, index + 1]
                where other >= 0 && other < Self.most && other != index {
                    #expect(!proof.proves(Self.leaves[other], in: Self.extents[size]))
                    // The way of the same leaf from another index leads elsewhere.
                    let moved = InclusionProof(index: other, hashes: proof.hashes)
                    #expect(!moved.proves(Self.leaves[index], in: Self.extents[size]))
                }
                for other in [size - 1, size + 1] where other <= Self.most {
                    #expect(!proof.proves(Self.leaves[index], in: Self.extents[other]))
                }
                let taken = Self.wrong(proof.hashes).filter { hashes in
                    InclusionProof(index: index, hashes: hashes)
                        .proves(Self.leaves[index], in: Self.extents[size])
                }
                #expect(taken.isEmpty)
                checked += 1
            }
        }
        #expect(checked == 780)
    }

    @Test("Consistency of every tree with every later one, and with no other")
    func consistency() throws {
        let hashes = Self.hashes
        var checked = 0
        for new in 1...Self.most {
            for old in 1...new {
                let proof = try hashes.consistency(from: old, to: new)
                #expect(proof.hashes == Self.subproof(old, Self.leaves[..<new], true))
                #expect(proof.proves(Self.extents[new], extends: Self.extents[old]))
                let forged = LedgerExtent(size: old, root: ContentDigest(of: [1]))
                #expect(!proof.proves(Self.extents[new], extends: forged))
                let fork = LedgerExtent(size: new, root: ContentDigest(of: [2]))
                #expect(!proof.proves(fork, extends: Self.extents[old]))
                for other in [old - 1, old + 1, new + 1] {
                    let moved = LedgerExtent(size: other, root: Self.extents[old].root)
                    #expect(!proof.proves(Self.extents[new], extends: moved))
                }
                let taken = Self.wrong(proof.hashes).filter { hashes in
                    ConsistencyProof(hashes: hashes)
                        .proves(Self.extents[new], extends: Self.extents[old])
                }
                #expect(taken.isEmpty)
                checked += 1
            }
        }
        #expect(checked == 780)
    }

    @Test("Every tree begins with the empty one, and the proof of that is empty")
    func empty() throws {
        for new in 0...Self.most {
            let proof = try Self.hashes.consistency(from: 0, to: new)
            #expect(proof.hashes.isEmpty)
            #expect(proof.proves(Self.extents[new], extends: .empty))
            #expect(
                !ConsistencyProof(hashes: [Self.leaves[0]])
                    .proves(Self.extents[new], extends: .empty))
            let other = LedgerExtent(size: 0, root: Self.leaves[0])
            #expect(!proof.proves(Self.extents[new], extends: other))
        }
    }

    @Test("A size below nothing, an index outside and the largest numbers are refused, not a fault")
    func outside() {
        let root = Self.leaves[0]
        for index in [Int.min, -1, 1, .max] {
            let proof = InclusionProof(index: index, hashes: [])
            #expect(!proof.proves(root, in: LedgerExtent(size: 1, root: root)))
            #expect(!proof.proves(root, in: LedgerExtent(size: .max, root: root)))
            #expect(!proof.proves(root, in: LedgerExtent(size: .min, root: root)))
            for size in [Int.min, -1, 0, 1, .max] where index != size {
                #expect(
                    !ConsistencyProof(hashes: [root, root]).proves(
                        LedgerExtent(size: size, root: root),
                        extends: LedgerExtent(size: index, root: root)))
            }
        }
    }

    @Test("Hashes of which one was changed contradict each other")
    func contradiction() throws {
        let (leaves, hashes) = Example.tree(8)
        let changed = TreeHashes(size: 8) { leaf, height in
            height == 1 && leaf == 4
                ? leaves[0] : try hashes.subtree(endingAt: leaf, height: height)
        }
        #expect(throws: TreeHashes.Contradiction.self) { try changed.inclusion(of: 0, in: 8) }
        #expect(throws: TreeHashes.Contradiction.self) { try changed.consistency(from: 2, to: 8) }
        #expect(throws: TreeHashes.Contradiction.self) { try changed.inclusion(of: 1, in: 4) }
    }

    @Test("The lines of a proof are read and written, and others are refused")
    func lines() throws {
        let proof = try Self.hashes.consistency(from: 7, to: 30)
        let text = proof.text(from: 7)
        let read = try ConsistencyProof.read(text.utf8)
        #expect(read.old == 7)
        #expect(read.proof == proof)
        for (text, line) in [
            ("", 1), ("old 7", 1), ("old 07\n", 1), ("new 7\n", 1), ("old -1\n", 1),
            ("old 7\nAAAA\n", 2), ("old 7\n\n", 2), (text + "x\n", proof.hashes.count + 2),
            (text + "\n", proof.hashes.count + 2),
        ] {
            #expect(throws: NoteError.proof(line: line)) { try ConsistencyProof.read(text.utf8) }
        }
    }
}
