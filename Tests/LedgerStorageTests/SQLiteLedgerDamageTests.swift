import Foundation
import GRDB
import LedgerStorage
import Rollout
import Testing

/// What an SQLite ledger does when somebody or something else writes to its database.
struct SQLiteLedgerDamageTests {
    /// A ledger of eight entries, and the path of its database.
    private func withLedger(_ work: (SQLiteLedger, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder async throws in
            let path = "\(folder)/ledger.sqlite"
            _ = try await SQLiteLedger(LedgerLocation(path: path)).append(Samples.everyKind, at: Samples.now)
            try await work(SQLiteLedger(LedgerLocation(path: path)), path)
        }
    }

    static let refusedStatements = [
        "UPDATE entries SET checklist = 'other'",
        "UPDATE entries SET bytes = x'00' WHERE sequence = 3",
        "UPDATE OR REPLACE entries SET sequence = 2 WHERE sequence = 1",
        "DELETE FROM entries", "DELETE FROM entries WHERE sequence = 8",
        "INSERT INTO entries VALUES (10, 'a', 'b', NULL, x'00')",
        "INSERT INTO entries VALUES (0, 'a', 'b', NULL, x'00')",
        "INSERT INTO entries VALUES (NULL, 'a', 'b', NULL, x'00')",
        "INSERT INTO entries VALUES (8, 'a', 'b', NULL, x'00')",
        "INSERT OR REPLACE INTO entries VALUES (8, 'a', 'b', NULL, x'00')",
        "REPLACE INTO entries SELECT 9, '', '', text_digest, x'' FROM entries WHERE sequence = 1",
        "INSERT OR IGNORE INTO entries VALUES (9, 'a', NULL, NULL, 'text')",
    ]

    @Test("SQL that changes, removes or replaces a entry is refused", arguments: refusedStatements)
    func refused(sql: String) async throws {
        try await withLedger { ledger, path async throws in
            let before = try await ledger.lines()
            await #expect(throws: DatabaseError.self) {
                try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
            }
            #expect(try await ledger.lines() == before)
        }
    }

    /// A change past the triggers, and what the ledger says of it.
    struct Tampering: CustomTestStringConvertible {
        let testDescription: String
        let sql: String
        let sequence: Int?
        let words: String
    }

    static let tamperings = [
        Tampering(
            testDescription: "changed bytes",
            sql: """
                UPDATE entries SET bytes = CAST(replace(bytes, 'reject', 'approve') AS BLOB)
                WHERE sequence = 8
                """,
            sequence: 8, words: "do not have the digest"),
        Tampering(
            testDescription: "a changed digest",
            sql: """
                UPDATE entries SET digest = (SELECT digest FROM entries WHERE sequence = 1)
                WHERE sequence = 2
                """,
            sequence: 2, words: "do not have the digest"),
        Tampering(
            testDescription: "a digest that is none",
            sql: "UPDATE entries SET digest = 'none' WHERE sequence = 2",
            sequence: 2, words: "values of the wrong type"),
        Tampering(
            testDescription: "a entry that was removed",
            sql: "DELETE FROM entries WHERE sequence = 5",
            sequence: 5, words: "it is missing"),
        Tampering(
            testDescription: "the first entry removed",
            sql: "DELETE FROM entries WHERE sequence = 1",
            sequence: 1, words: "it is missing"),
        Tampering(
            testDescription: "two entries in each other's place",
            sql: """
                UPDATE entries SET sequence = 100 WHERE sequence = 2;
                UPDATE entries SET sequence = 2 WHERE sequence = 3;
                UPDATE entries SET sequence = 3 WHERE sequence = 100
                """,
            sequence: 2, words: "say that it is entry 3"),
        Tampering(
            testDescription: "a entry moved to another checklist",
            sql: "UPDATE entries SET checklist = 'second' WHERE sequence = 3",
            sequence: 3, words: "say something else than its bytes"),
        Tampering(
            testDescription: "a text that is found by another digest",
            sql: "UPDATE entries SET text_digest = 'sha256:00' WHERE sequence = 1",
            sequence: 1, words: "say something else than its bytes"),
    ]

    @Test("Tampering past the triggers is an error that names the record", arguments: tamperings)
    func tampering(tampering: Tampering) async throws {
        try await withLedger { ledger, path async throws in
            try await tamper(with: path, tampering.sql)
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.all()
            }
            guard case .damaged(_, let sequence, let reason) = error else {
                Issue.record("\(error as Any)")
                return
            }
            #expect(sequence == tampering.sequence)
            #expect(reason.contains(tampering.words), "\(reason)")
            await #expect(throws: LedgerError.self) { try await ledger.lines() }
        }
    }

    @Test("A gap among other checklists' entries is found, too")
    func gapElsewhere() async throws {
        try await withLedger { ledger, path async throws in
            try await tamper(with: path, "DELETE FROM entries WHERE sequence = 5")
            await #expect(throws: LedgerError.self) { try await ledger.all(of: "first") }
            await #expect(throws: LedgerError.self) { try await ledger.text(Samples.digest) }
        }
    }

    @Test("A ledger that lost its triggers is neither read nor added to")
    func lostTrigger() async throws {
        try await withLedger { ledger, path async throws in
            try await DatabaseQueue(path: path).write {
                try $0.execute(sql: "DROP TRIGGER entries_are_never_changed")
            }
            for attempt in 1...2 {
                let error = await #expect(throws: LedgerError.self) {
                    _ =
                        attempt == 1
                        ? try await ledger.all()
                        : try await ledger.append([Samples.waiver()], at: Samples.now)
                }
                #expect(error?.description.contains("triggers") == true)
            }
        }
    }

    @Test("Nothing is appended after a entry that is damaged")
    func damagedEnd() async throws {
        try await withLedger { ledger, path async throws in
            try await tamper(with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 8")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver()], at: Samples.now)
            }
            #expect(error?.description.contains("At entry 8") == true)
        }
    }

    @Test("A entry of a later version stops the reading", arguments: ["2", "0", "\"1\"", "null"])
    func laterRecord(version: String) async throws {
        try await withLedger { ledger, path async throws in
            let line = try #require(try await ledger.lines().last)
            let changed = String(decoding: line, as: UTF8.self)
                .replacing("\"record\":1", with: "\"record\":\(version)")
            let digest = ContentDigest(of: changed.utf8)
            try await tamper(
                with: path,
                "UPDATE entries SET bytes = CAST('\(changed)' AS BLOB), digest = '\(digest)' "
                    + "WHERE sequence = 8")
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.all()
            }
            #expect(error?.description.contains("Record 8: the key `record` is not 1") == true)
        }
    }

    @Test("A file that was cut off is an error")
    func cutOff() async throws {
        try await withLedger { ledger, path async throws in
            // Everything goes from the log into the file first.
            try DatabaseQueue(path: path).inDatabase {
                try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            for size in [20_000, 10_000, 4096, 3000, 20] {
                #expect(truncate(path, off_t(size)) == 0)
                await #expect(throws: LedgerError.self) { try await ledger.all() }
            }
        }
    }

    /// Runs SQL as somebody would who takes the triggers away and puts them back.
    private func tamper(with path: String, _ sql: String) async throws {
        try await DatabaseQueue(path: path).write { database in
            let triggers = try Row.fetchAll(
                database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers {
                let name: String = trigger["name"]
                try database.execute(sql: "DROP TRIGGER \(name)")
            }
            try database.execute(sql: sql)
            for trigger in triggers {
                let statement: String = trigger["sql"]
                try database.execute(sql: statement)
            }
        }
    }
}
