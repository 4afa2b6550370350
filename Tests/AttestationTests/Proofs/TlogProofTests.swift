import Attestation
import Characters
import Rollout
import Testing

struct TlogProofTests {
    /// The receipt of the second of three entries.
    private func receipt(extra: Bool = true) throws -> TlogProof {
        var tree = MerkleTree()
        for leaf in Example.leaves { tree.append(leaf) }
        return TlogProof(
            extra: extra ? Example.entries[1] : nil,
            inclusion: InclusionProof(index: 1, hashes: [Example.leaves[0], Example.leaves[2]]),
            checkpoint: try Example.log().sign(tree.extent))
    }

    @Test("A receipt is written in the lines of its specification")
    func text() throws {
        #expect(
            try receipt().text == """
                c2sp.org/tlog-proof@v1
                extra ZW50cnktMQ==
                index 1
                QHZrIDNCkCb1PVRQJnmoOXBrR0H43K86i7pfQbX/4HU=
                BJ19zbVrz+vTEzBMmDnxlqPUtu873AsIKY+TrIGR8Kg=

                ledger.rollout.example/2026
                3
                pkvybgkSj2/i/m+LLYyAHhZrV8BHp82bK4Ceepai8cs=

                — ledger.rollout.example/2026 FMdUWYlYAofFZa5sOHG25L7cPr6ICT9VJiNKcC2TdEl2N5gqX/hlz8cQ2XA0+KBACwn3ShYt1XrpGWkPwAtjDbV95gw=

                """)
        for extra in [true, false] {
            let receipt = try receipt(extra: extra)
            #expect(try TlogProof(receipt.text.utf8) == receipt)
        }
    }

    @Test("It proves its entry and no other one, by the key of its log and no other one")
    func verified() throws {
        let log = try Example.log().publicKey
        let receipt = try TlogProof(receipt().text.utf8)
        let leaf = ContentDigest(ofLeaf: try #require(receipt.extra))
        #expect(try receipt.verified(leaf, in: log).extent.size == 3)
        for other in [Example.leaves[0], Example.leaves[2]] {
            #expect(throws: NoteError.unproved) { try receipt.verified(other, in: log) }
        }
        let other = try KeyFile(name: log.name, kind: .ed25519, seed: Array(1...32)).key
        #expect(throws: NoteError.unknownSigners) { try receipt.verified(leaf, in: other) }
    }

    @Test("Every bit that is flipped is noticed")
    func flipped() throws {
        let log = try Example.log().publicKey
        let bytes = Array(try receipt().text.utf8)
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                #expect(throws: NoteError.self, "bit \(bit) of byte \(index)") {
                    let receipt = try TlogProof(changed)
                    let leaf = receipt.extra.map { ContentDigest(ofLeaf: $0) } ?? Example.leaves[0]
                    return try receipt.verified(leaf, in: log)
                }
            }
        }
    }

    @Test("Other forms are refused with their line")
    func forms() throws {
        let text = try receipt().text
        for (old, new, line) in [
            ("proof@v1", "proof@v2", 1), ("extra ZW50cnktMQ==", "extra ZW50cnktMR==", 2),
            ("extra ", "extras ", 2), ("index 1", "index 01", 3), ("index 1", "index", 3),
            ("QHZrIDN", "QHZrIDN=", 4), ("index 1\n", "index 1\nindex 1\n", 4),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(throws: NoteError.proof(line: line)) { try TlogProof(changed.utf8) }
        }
        #expect(throws: NoteError.noSignatures) { try TlogProof("c2sp.org/tlog-proof@v1\n".utf8) }
    }
}
