import Attestation
import Foundation
import LedgerStorage
import Rollout
import Testing

/// The hashes of a ledger's tree, and the proofs made of them.
struct LedgerProofTests {
    private static let size = 37

    /// A ledger of 37 entries in a format, and the leaves of its tree.
    private func withLedger(
        _ format: StoreKind, _ work: (any Ledger, [ContentDigest]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let database = try await format.ledger(in: folder)
            let leaves = try await database.append(
                (0..<Self.size).map { Samples.waiver("\($0)", rollout: "r\($0 % 3)") },
                at: Samples.now
            ).map(\.digest)
            try await work(format.written(database, in: folder), leaves)
        }
    }

    @Test(
        "Every entry is proved to be in every ledger that has it", arguments: StoreKind.available)
    func inclusion(format: StoreKind) async throws {
        try await withLedger(format) { ledger, leaves async throws in
            let checked = try await ledger.hashes { hashes in
                var checked = 0
                #expect(hashes.size == Self.size)
                for size in 1...Self.size {
                    var tree = MerkleTree()
                    for leaf in leaves[..<size] { tree.append(leaf) }
                    #expect(try hashes.extent(at: size) == tree.extent)
                    for index in 0..<size {
                        let proof = try hashes.inclusion(of: index, in: size)
                        #expect(proof.proves(leaves[index], in: tree.extent))
                        checked += 1
                    }
                }
                return checked
            }
            #expect(checked == 703)
        }
    }

    @Test(
        "Every ledger is proved to begin with every earlier one", arguments: StoreKind.available)
    func consistency(format: StoreKind) async throws {
        try await withLedger(format) { ledger, _ async throws in
            try await ledger.hashes { hashes in
                for new in 0...Self.size {
                    for old in 0...new {
                        let proof = try hashes.consistency(from: old, to: new)
                        #expect(
                            proof.proves(
                                try hashes.extent(at: new), extends: try hashes.extent(at: old)))
                    }
                }
            }
        }
    }

    @Test(
        "One entry with its bytes, and none where there is none", arguments: StoreKind.available)
    func entry(format: StoreKind) async throws {
        try await withLedger(format) { ledger, leaves async throws in
            for sequence in [1, 2, Self.size] {
                let stored = try await ledger.entry(at: sequence)
                #expect(stored.entry.sequence == sequence)
                #expect(ContentDigest(ofLeaf: stored.bytes) == leaves[sequence - 1])
            }
            for sequence in [0, -1, Self.size + 1, .max, .min] {
                await #expect(
                    throws: LedgerError(
                        ledger.location, .fewerEntries(wanted: sequence, size: Self.size))
                ) { try await ledger.entry(at: sequence) }
            }
        }
    }

    @Test("A ledger that does not exist has no hashes and no entries")
    func absent() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = LedgerLocation(path: "\(folder)/ledger.sqlite").ledger()
            #expect(try await ledger.hashes { try $0.extent(at: $0.size) } == .empty)
            await #expect(throws: LedgerError.self) { try await ledger.entry(at: 1) }
        }
    }

    @Test("A hash that was changed never gets into a proof")
    func changed() async throws {
        try await withTemporaryFolder { folder async throws in
            let location = LedgerLocation(path: "\(folder)/ledger.sqlite")
            _ = try await SQLiteLedger(location).append(
                (0..<Self.size).map { Samples.waiver("\($0)") }, at: Samples.now)
            let wrong = ContentDigest(of: [1]).hex
            for sequence in 1...Self.size {
                for column in ["digest", "subtrees"] where column == "digest" || sequence % 2 == 0 {
                    let path = "\(folder)/\(column)-\(sequence).sqlite"
                    try FileManager.default.copyItem(atPath: location.path, toPath: path)
                    // The first hash of the column.
                    try await tamper(
                        with: path,
                        """
                        UPDATE entries SET \(column) =
                            CAST(x'\(wrong)' || substr(\(column), 33) AS BLOB)
                        WHERE sequence = \(sequence)
                        """)
                    let ledger = SQLiteLedger(LedgerLocation(path: path))
                    await #expect(throws: LedgerError.self, "\(column) of \(sequence)") {
                        try await ledger.hashes { hashes in
                            _ = try hashes.inclusion(of: sequence - 1, in: hashes.size)
                            // The leaf's neighbour needs the leaf, the next pair the subtree.
                            let other = (sequence - 1 ^ (column == "digest" ? 1 : 2))
                            _ = try hashes.inclusion(of: min(other, Self.size - 1), in: hashes.size)
                        }
                    }
                }
            }
        }
    }
}
