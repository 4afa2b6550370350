import CanonicalJSON
import Foundation
import LedgerStorage
import Rollout
import Testing

/// What fits into an entry, and what is kept beside the ledger.
struct EntryLimitTests {
    /// A sign-off whose entry has exactly so many bytes.
    private func draft(bytes: Int, signature: String? = nil) -> Draft {
        func size(_ draft: Draft) -> Int {
            Entry.canonicalBytes(
                sequence: 1, recordedAt: Samples.now, ordinal: 1, rollouts: Samples.digest,
                statement: draft.statement.canonicalBytes,
                signature: draft.signature
            ).count
        }
        let rest = bytes - size(Samples.signOff("", signature: signature))
        return Samples.signOff(String(repeating: "x", count: rest), signature: signature)
    }

    @Test("An entry of 65,535 bytes is stored, and one more byte is refused before anything is")
    func limit() async throws {
        for signature in [nil, "a\nb\n"] {
            try await withTemporaryFolder { folder async throws in
                let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
                let error = await #expect(throws: LedgerError.self) {
                    try await ledger.append(
                        [draft(bytes: 65_000), draft(bytes: 65_536, signature: signature)],
                        at: Samples.now)
                }
                #expect(
                    error?.description.contains(
                        "an entry has at most 65535 bytes, and this one would have 65536") == true)
                #expect(try await ledger.all().isEmpty)
                let stored = try await ledger.append(
                    [draft(bytes: 65_535, signature: signature)], at: Samples.now)
                #expect(stored.map(\.canonicalBytes.count) == [65_535])
                #expect(try await ledger.all() == stored)
            }
        }
    }

    @Test(
        "Facts of more than 16 KiB are kept beside the ledger",
        arguments: [16_384, 16_385, 200_000])
    func facts(size: Int) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/new/ledger.sqlite"))
            let overhead = JSONText(["text": ""]).bytes.count
            let facts: JSONValue = ["text": .string(String(repeating: "y", count: size - overhead))]
            let draft = Samples.check(facts.members ?? [:])
            let entry = try #require(try await ledger.append([draft], at: Samples.now).first)
            guard case .check(let report) = entry.statement.body else {
                Issue.record("\(entry)")
                return
            }
            switch report.facts {
            case .inline(let inline):
                #expect(size <= 16_384)
                #expect(inline.value == facts)
            case .stored(let file):
                #expect(size > 16_384)
                #expect(file.size == size)
                let bytes = try ledger.location.content.bytes(of: file)
                #expect(try JSONText(canonicalBytes: bytes).value == facts)
            }
            #expect(try await ledger.all() == [entry])
        }
    }

    @Test("A long checklist text is kept beside the ledger, and found like a short one")
    func text() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let text = String(repeating: "id: first # 👩‍🔧\n", count: 5000)
            // Escapes make of 16,000 bytes more than an entry holds.
            let controls = String(repeating: "\u{1}", count: 16_000)
            let stored = try await ledger.append(
                [Samples.text(text), Samples.text(controls)], at: Samples.now)
            #expect(stored.allSatisfy { $0.canonicalBytes.count < 1000 })
            for text in [text, controls] {
                #expect(try await ledger.text(ContentDigest(of: text.utf8)) == text)
            }
            #expect(try await ledger.append([Samples.text(text)], at: Samples.now).isEmpty)
            try FileManager.default.removeItem(atPath: "\(folder)/evidence")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.text(ContentDigest(of: text.utf8))
            }
            #expect(error?.description.contains("is not in \(folder)/evidence") == true)
        }
    }

    @Test("A signed statement is stored as it was signed, or refused")
    func signed() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let facts = ["text": JSONValue.string(String(repeating: "y", count: 30_000))]
            let statement = Samples.check(facts).statement
            let stored = try await ledger.append(
                [Draft(statement, signature: "signature")], at: Samples.now)
            #expect(stored.map(\.statement) == [statement])
            let large = Samples.check(["text": .string(String(repeating: "y", count: 70_000))])
            await #expect(throws: LedgerError.self) {
                try await ledger.append(
                    [Draft(large.statement, signature: "signature")], at: Samples.now)
            }
            let beside = try #require(large.statement.withContentBeside)
            for bytes in beside.contents { try ledger.location.content.put(bytes) }
            let again = try await ledger.append(
                [Draft(beside.statement, signature: "signature")], at: Samples.now)
            #expect(again.map(\.statement) == [beside.statement])
        }
    }

    @Test("A text is kept once for each rollout and place")
    func places() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let drafts = [
                Samples.text("t"), Samples.text("t", place: "b.yaml"),
                Samples.text("t", rollout: "second"), Samples.text("t"),
                Samples.text("t", place: "b.yaml"),
            ]
            let stored = try await ledger.append(drafts, at: Samples.now)
            #expect(stored.map(\.sequence) == [1, 2, 3])
            let found = try await ledger.texts(matching: ContentDigest(of: "t".utf8).hex)
            #expect(found.map(\.entry) == stored)
            #expect(found.map(\.text) == ["t", "t", "t"])
        }
    }
}
