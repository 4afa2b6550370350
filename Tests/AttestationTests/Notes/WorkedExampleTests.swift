import Attestation
import Rollout
import Testing

/// Known keys and entries, whose notes were made and verified with other programs, byte for byte.
struct WorkedExampleTests {
    @Test("The keys of a log and a witness are written as others write them")
    func keys() throws {
        #expect(try Example.log().publicKey.description == Example.logText)
        #expect(try Example.witness().publicKey.description == Example.witnessText)
        #expect(try NoteKey(Example.logText) == Example.log().publicKey)
        #expect(try NoteKey(Example.witnessText) == Example.witness().publicKey)
    }

    @Test("The checkpoint and its cosignature are the same bytes")
    func note() throws {
        var tree = MerkleTree()
        for leaf in Example.leaves { tree.append(leaf) }
        #expect(
            tree.root.hex == "a64bf26e09128f6fe2fe6f8b2d8c801e166b57c047a7cd9b2b809e7a96a2f1cb")
        let signed = try Example.log().sign(tree.extent)
        let checkpoint = try Checkpoint(signed.text)
        #expect(signed.text.utf8.count == 75)
        let note = signed.adding(try Example.witness().cosign(checkpoint, at: Example.time))
        #expect(String(decoding: note.bytes, as: UTF8.self) == Example.note)
    }

    @Test("Both signatures are verified, and the time is read")
    func verified() throws {
        let note = try SignedNote(Example.note.utf8)
        let keys = try [Example.log().publicKey, Example.witness().publicKey]
        let good = try note.verified(by: keys)
        #expect(good.map(\.key) == keys)
        #expect(good.map(\.time) == [nil, Example.time])
        let checkpoint = try note.checkpoint(of: keys[0])
        #expect(checkpoint.origin == "ledger.rollout.example/2026")
        #expect(checkpoint.extent.size == 3)
    }

    @Test("The proofs of three entries")
    func proofs() throws {
        var tree = MerkleTree()
        for leaf in Example.leaves { tree.append(leaf) }
        let node = MerkleTree.node(Example.leaves[0], Example.leaves[1])
        let hashes = TreeHashes(size: 3) { leaf, height in
            height == 0 ? Example.leaves[leaf - 1] : node
        }
        #expect(
            try hashes.inclusion(of: 1, in: 3).hashes == [Example.leaves[0], Example.leaves[2]])
        #expect(
            try hashes.consistency(from: 1, to: 3).hashes == [Example.leaves[1], Example.leaves[2]]
        )
        let proof = try hashes.consistency(from: 2, to: 3)
        #expect(proof.hashes == [Example.leaves[2]])
        #expect(proof.text(from: 2) == "old 2\nBJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=\n")
    }
}
