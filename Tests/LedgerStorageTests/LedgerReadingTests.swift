import Foundation
import LedgerStorage
import Rollout
import Testing

/// What every kind of ledger promises to those who read it.
struct LedgerReadingTests {
    /// Runs some work with a ledger of a kind that holds the entries of some appends.
    private func withLedger(
        _ format: StoreKind, holding drafts: [Draft],
        _ work: (any Ledger, [Entry]) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let database = try await format.ledger(in: folder)
            let entries = try await database.append(drafts, at: Samples.now)
            try await work(format.written(database, in: folder), entries)
        }
    }

    @Test("Every kind of entry is read as it was appended", arguments: StoreKind.available)
    func everyKind(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, appended async throws in
            let read = try await ledger.all()
            #expect(read == appended)
            #expect(read.map(\.sequence) == Array(1...Samples.everyKind.count))
            #expect(read.map(\.statement) == Samples.everyKind.map(\.statement))
        }
    }

    @Test("The entries of one checklist are those about it", arguments: StoreKind.available)
    func oneChecklist(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, _ async throws in
            #expect(try await ledger.all(of: "second").map(\.sequence) == [4, 5, 8])
            #expect(try await ledger.all(of: "third").isEmpty)
            #expect(try await ledger.lines(of: "second").count == 3)
        }
    }

    @Test("Several rollouts are read as each alone", arguments: StoreKind.available)
    func several(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, _ async throws in
            for point in [ReadingPoint.everything, .entries(5)] {
                let ids = ["second", "third", "first"]
                let together = try await ledger.readings(of: ids, asOf: point)
                #expect(together.count == ids.count)
                for (id, reading) in zip(ids, together) {
                    #expect(try await ledger.reading(of: id, asOf: point) == reading.get())
                }
            }
        }
    }

    @Test(
        "A line is the canonical form, and has the entry's digest",
        arguments: StoreKind.available)
    func lines(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, entries async throws in
            let lines = try await ledger.lines()
            #expect(lines.map { ContentDigest(ofLeaf: $0) } == entries.map(\.digest))
            #expect(lines == entries.map(\.canonicalBytes))
            #expect(lines.allSatisfy { !$0.contains(10) })
        }
    }

    @Test("A checklist text is found by its digest", arguments: StoreKind.available)
    func text(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, _ async throws in
            let text = "readiness: 1\nid: second\n"
            let digest = ContentDigest(of: text.utf8)
            #expect(try await ledger.text(digest) == text)
            #expect(try await ledger.text(ContentDigest(of: [])) == nil)
            for prefix in [String(digest.hex.prefix(8)), digest.hex, digest.description] {
                let found = try await ledger.texts(matching: prefix)
                #expect(found.map(\.entry.statement.rollout.id) == ["second"])
                #expect(found.map(\.digest) == [digest])
                #expect(found.map(\.text) == [text])
            }
            #expect(try await ledger.texts(matching: "00000000").isEmpty)
        }
    }

    @Test("Digits that cannot name a digest are refused", arguments: StoreKind.available)
    func unusablePrefixes(format: StoreKind) async throws {
        try await withLedger(format, holding: Samples.everyKind) { ledger, _ async throws in
            let wrong = [
                "", "0123456", "ABCDEF01", "0123456g", "sha256:0123456", "01234567%",
                String(repeating: "0", count: 65), "sha512:0123456789",
            ]
            for prefix in wrong {
                await #expect(throws: LedgerError(ledger.location, .unusablePrefix(prefix))) {
                    _ = try await ledger.texts(matching: prefix)
                }
            }
        }
    }

    @Test("Digits that two texts share are an error", arguments: StoreKind.available)
    func ambiguousPrefix(format: StoreKind) async throws {
        // Found by trying: the digests of both begin with b30a892c.
        let pair = Self.collidingTexts
        let drafts = pair.map { Samples.text($0) }
        try await withLedger(format, holding: drafts) { ledger, _ async throws in
            let digests = pair.map { ContentDigest(of: $0.utf8) }
            let prefix = String(digests[0].hex.prefix(8))
            await #expect(
                throws: LedgerError(
                    ledger.location, .ambiguousPrefix(prefix, matches: digests.sorted()))
            ) {
                _ = try await ledger.texts(matching: prefix)
            }
            for (text, digest) in zip(pair, digests) {
                #expect(try await ledger.text(digest) == text)
            }
        }
    }

    /// Two texts whose digests share their first eight digits.
    private static let collidingTexts = ["text 859", "text 4460"]
}
