import Foundation
import GRDB
import LedgerStorage
import Rollout
import Testing

/// What an SQLite ledger does when somebody or something else wrote to its database.
struct SQLiteLedgerDamageTests {
    /// A change past the triggers, and what the ledger says of it.
    struct Tampering: CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let sequence: Int?
        let words: String

        init(_ testDescription: String, _ sql: String, at sequence: Int?, _ words: String) {
            self.testDescription = testDescription
            self.sql = sql
            self.sequence = sequence
            self.words = words
        }
    }

    static let tamperings = [
        Tampering(
            "changed bytes",
            """
            UPDATE entries SET bytes = CAST(replace(bytes, 'late', 'fast') AS BLOB)
            WHERE sequence = 5
            """, at: 5, "do not have the digest"),
        Tampering(
            "a changed digest",
            """
            UPDATE entries SET digest = (SELECT digest FROM entries WHERE sequence = 1)
            WHERE sequence = 2
            """, at: 2, "do not have the digest"),
        Tampering(
            "an entry removed", "DELETE FROM entries WHERE sequence = 5", at: 5, "it is missing"),
        Tampering(
            "the first removed", "DELETE FROM entries WHERE sequence = 1", at: 1, "it is missing"),
        Tampering(
            "the last removed", "DELETE FROM entries WHERE sequence = 8", at: 8,
            "it is missing; the ledger has 8 entries"),
        Tampering(
            "the log of an earlier size", "UPDATE log SET size = 7, peaks = zeroblob(96)", at: 8,
            "it is there, but the ledger has 7 entries"),
        Tampering("no log", "DELETE FROM log", at: nil, "does not say how many entries"),
        Tampering(
            "two entries in each other's place",
            """
            UPDATE entries SET sequence = 100 WHERE sequence = 2;
            UPDATE entries SET sequence = 2 WHERE sequence = 3;
            UPDATE entries SET sequence = 3 WHERE sequence = 100
            """, at: 2, "say that it is entry 3"),
        Tampering(
            "another time beside the bytes",
            "UPDATE entries SET recorded_at = 1 WHERE sequence = 3", at: 3,
            "say something else than its bytes"),
    ]

    @Test("Tampering past the triggers is an error that names the entry", arguments: tamperings)
    func tampering(tampering: Tampering) async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, tampering.sql)
            try await expect(tampering) { try await ledger.all() }
            try await expect(tampering) { try await ledger.lines() }
            let found = try await ledger.damages()
            #expect(found.contains { $0.sequence == tampering.sequence }, "\(found)")
        }
    }

    private func expect<Value>(
        _ tampering: Tampering, sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ work: () async throws -> Value
    ) async throws {
        let error = await #expect(throws: LedgerError.self, sourceLocation: sourceLocation) {
            _ = try await work()
        }
        guard case .damaged(let damage) = error?.cause else {
            Issue.record("\(error as Any)", sourceLocation: sourceLocation)
            return
        }
        #expect(damage.sequence == tampering.sequence, sourceLocation: sourceLocation)
        #expect(
            damage.reason.contains(tampering.words), "\(damage.reason)",
            sourceLocation: sourceLocation)
    }

    /// What is done to the rollout `first`, which has the entries 1, 2, 3, 6 and 7.
    static let ownTamperings = [
        Tampering(
            "an entry taken out of the index",
            "DELETE FROM rollout_entries WHERE sequence = 3", at: nil,
            "entry number 3 of first, after entry 2, is missing"),
        Tampering(
            "an entry of another rollout in the index",
            "UPDATE rollout_entries SET sequence = 4 WHERE rollout = 'first' AND sequence = 3",
            at: 4, "it is about second, but listed for another rollout"),
        Tampering(
            "an entry twice in the index",
            "UPDATE rollout_entries SET sequence = 2 WHERE rollout = 'first' AND sequence = 3",
            at: nil, "is missing"),
        Tampering(
            "a changed entry", "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 6", at: 6,
            "do not have the digest"),
    ]

    @Test(
        "A rollout that is not whole is an error, while others are read", arguments: ownTamperings)
    func oneRollout(tampering: Tampering) async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, tampering.sql)
            try await expect(tampering) { try await ledger.all(of: "first") }
            let other = try await ledger.reading(of: "second", asOf: .everything)
            #expect(other.entries.map(\.sequence) == [4, 5, 8])
            #expect(other.state.extent.size == 8)
            let both = try await ledger.readings(of: ["first", "second"], asOf: .everything)
            try await expect(tampering) { try both[0].get() }
            #expect(try both[1].get() == other)
            #expect(try await !ledger.damages().isEmpty)
        }
    }

    @Test("The newest entry of another rollout does not take this one down, but is told")
    func foreignDamage() async throws {
        try await withSampleLedger { ledger, path async throws in
            let whole = try await ledger.reading(of: "first", asOf: .everything)
            #expect(whole.state.warnings.isEmpty)
            try await tamper(with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 8")
            let reading = try await ledger.reading(of: "first", asOf: .everything)
            #expect(reading.entries == whole.entries)
            #expect(reading.state.extent == whole.state.extent)
            #expect(reading.state.warnings.map(\.sequence) == [8])
            await #expect(throws: LedgerError.self) { try await ledger.all(of: "second") }
        }
    }

    @Test("A newest entry that was taken out of its rollout's index is noticed there")
    func newestNotListed() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, "DELETE FROM rollout_entries WHERE sequence = 8")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.all(of: "second")
            }
            #expect(
                error?.description.contains("entry number 3 of second, after entry 5, is missing")
                    == true)
            #expect(try await ledger.all(of: "first").count == 5)
        }
    }

    @Test("An entry put in the place of another one does not fit the root")
    func otherNewest() async throws {
        try await withSampleLedger { ledger, path async throws in
            let lines = try await ledger.lines(of: "second")
            let changed = String(decoding: lines[2], as: UTF8.self)
                .replacing("reject", with: "approve")
            let digest = ContentDigest(ofLeaf: Array(changed.utf8))
            try await tamper(
                with: path,
                "UPDATE entries SET bytes = CAST('\(changed)' AS BLOB), digest = x'\(digest.hex)' "
                    + "WHERE sequence = 8")
            // The stored subtrees of entry 8 still fit the root; the entry does not fit them.
            #expect(try await ledger.damages().map(\.sequence) == [8, nil, nil])
            await #expect(throws: LedgerError.self) { try await ledger.all(of: "second") }
            // Entry 7 stands beside it, and cannot be proved without it.
            await #expect(throws: LedgerError.self) { try await ledger.all(of: "first") }
            let earlier = try await ledger.reading(of: nil, asOf: .entries(0)).state
            #expect(earlier.beyond.map(\.sequence) == [8])
        }
    }

    @Test("An entry that was removed but left in the index is an error in its rollout")
    func removed() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, "DELETE FROM entries WHERE sequence = 3")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.all(of: "first")
            }
            #expect(error?.description.contains("At entry 3: it is missing") == true)
            #expect(try await ledger.all(of: "second").count == 3)
        }
    }

    @Test("Nothing is appended after an entry that is damaged")
    func damagedEnd() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 8")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver()], at: Samples.now)
            }
            #expect(error?.description.contains("At entry 8") == true)
        }
    }

    @Test("An entry of another version stops the reading", arguments: ["4", "2", "\"3\"", "null"])
    func otherVersion(version: String) async throws {
        try await withSampleLedger { ledger, path async throws in
            let line = try #require(try await ledger.lines().last)
            let changed = String(decoding: line, as: UTF8.self)
                .replacing("\"entry\":3,\"ordinal", with: "\"entry\":\(version),\"ordinal")
            let digest = ContentDigest(ofLeaf: Array(changed.utf8))
            try await tamper(
                with: path,
                "UPDATE entries SET bytes = CAST('\(changed)' AS BLOB), digest = x'\(digest.hex)' "
                    + "WHERE sequence = 8")
            let error = await #expect(throws: LedgerError.self) { try await ledger.all() }
            #expect(error?.description.contains("At entry 8: the key `entry` is not") == true)
        }
    }

    @Test("A file that was cut off is an error")
    func cutOff() async throws {
        try await withSampleLedger { ledger, path async throws in
            // Everything goes from the log into the file first.
            try DatabaseQueue.patient(path).inDatabase {
                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            for size in [20_000, 10_000, 4096, 3000, 20] {
                #expect(truncate(path, off_t(size)) == 0)
                await #expect(throws: LedgerError.self) { try await ledger.all() }
            }
        }
    }
}
