import LedgerStorage
import Rollout
import Testing

/// What only a reading of the whole ledger finds.
struct LedgerVerificationTests {
    static let damages: [(sql: String, sequence: Int?, words: String)] = [
        (
            "INSERT INTO rollout_entries VALUES ('third', 1, 3)", nil,
            "the table rollout_entries lists 1 more than there are"
        ),
        ("DELETE FROM texts WHERE sequence = 1", 1, "its text is not found by its digest"),
        ("UPDATE texts SET sequence = 2 WHERE sequence = 1", 1, "its text is not found"),
        ("INSERT INTO texts VALUES (zeroblob(32), 'x', 'y', 3)", nil, "the table texts lists 1"),
        (
            "DELETE FROM rollout_entries WHERE rollout = 'second' AND ordinal = 3", 8,
            "it is not listed in its place for its rollout"
        ),
        (
            "UPDATE entries SET subtrees = zeroblob(32) WHERE sequence = 2", 2,
            "its hashes of the ledger's tree are other ones"
        ),
        ("UPDATE log SET peaks = zeroblob(32)", nil, "its root is not the root of its entries"),
        (
            "DELETE FROM entries WHERE sequence IN (3, 4)", 3,
            "it and those up to 4 are missing"
        ),
        (
            "UPDATE entries SET digest = zeroblob(32) WHERE sequence = 6", 6,
            "do not have the digest"
        ),
    ]

    @Test("A copy takes an entry only as a ledger makes it", arguments: ["ordinal", "sequence"])
    func adopted(_ member: String) async throws {
        try await withSampleLedger { ledger, path async throws in
            let bytes = try await ledger.bytes(of: 1...2)
            let copy = SQLiteLedger(LedgerLocation(path: "\(path).copy"))
            let other = String(decoding: bytes[1], as: UTF8.self)
                .replacing("\"\(member)\":2", with: "\"\(member)\":3")
            await #expect(throws: LedgerError.self) {
                try await copy.adopt([bytes[0], Array(other.utf8)])
            }
            try await copy.adopt(bytes)
            #expect(try await copy.bytes(of: 1...2) == bytes)
        }
    }

    @Test("Every table is held against the entries", arguments: damages)
    func damage(sql: String, sequence: Int?, words: String) async throws {
        try await withSampleLedger { ledger, path async throws in
            #expect(try await ledger.damages().isEmpty)
            try await tamper(with: path, sql)
            let found = try await ledger.damages()
            #expect(
                found.contains { $0.sequence == sequence && $0.reason.contains(words) }, "\(found)")
        }
    }

    @Test("All damages are told, not only the first")
    func several() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(
                with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence IN (2, 5, 7)")
            #expect(try await ledger.damages().map(\.sequence).prefix(3) == [2, 5, 7])
        }
    }
}
