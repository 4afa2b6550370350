import GRDB
import LedgerStorage
import Rollout
import Testing

/// What the database itself keeps other programs from.
struct SQLiteLedgerTriggerTests {
    static let refusedStatements = [
        "UPDATE entries SET recorded_at = 1",
        "UPDATE entries SET bytes = x'00' WHERE sequence = 3",
        "UPDATE OR REPLACE entries SET sequence = 2 WHERE sequence = 1",
        "DELETE FROM entries", "DELETE FROM entries WHERE sequence = 8",
        "INSERT INTO entries VALUES (10, 1, zeroblob(32), x'', x'00')",
        "INSERT INTO entries VALUES (0, 1, zeroblob(32), x'', x'00')",
        "INSERT INTO entries VALUES (NULL, 1, zeroblob(32), x'', x'00')",
        "INSERT INTO entries VALUES (8, 1, zeroblob(32), x'', x'00')",
        "INSERT OR REPLACE INTO entries VALUES (8, 1, zeroblob(32), x'', x'00')",
        "INSERT INTO entries VALUES (9, 1, zeroblob(31), x'', x'00')",
        "INSERT INTO entries VALUES (9, 1, zeroblob(32), x'', zeroblob(65536))",
        "INSERT INTO entries VALUES (9, 1, zeroblob(32), x'', 'text')",
        "DELETE FROM rollout_entries", "UPDATE rollout_entries SET sequence = 1",
        "INSERT OR REPLACE INTO rollout_entries VALUES ('first', 1, 2)",
        "INSERT INTO rollout_entries VALUES ('first', 9, 9)",
        "DELETE FROM texts", "UPDATE texts SET sequence = 2",
        "REPLACE INTO texts SELECT digest, rollout, place, 8 FROM texts",
        "DELETE FROM log", "UPDATE log SET size = 7", "UPDATE log SET size = 8",
        "INSERT INTO log VALUES (2, 9, x'', x'')", "REPLACE INTO log VALUES (1, 9, x'', x'')",
        "DELETE FROM rollouts", "UPDATE rollouts SET link = zeroblob(32)",
        "UPDATE rollouts SET count = count + 1, link = x'00'",
        "REPLACE INTO rollouts SELECT bucket, rollout, count + 1, link FROM rollouts",
    ]

    @Test(
        "SQL that changes, removes or replaces something is refused", arguments: refusedStatements)
    func refused(sql: String) async throws {
        try await withSampleLedger { ledger, path async throws in
            let before = try await ledger.lines()
            await #expect(throws: DatabaseError.self) {
                try await DatabaseQueue.patient(path).write { try $0.execute(sql: sql) }
            }
            #expect(try await ledger.lines() == before)
            #expect(try await ledger.damages().isEmpty)
        }
    }

    @Test("A ledger that lost its triggers is neither read nor added to")
    func lostTrigger() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await DatabaseQueue.patient(path).write {
                try $0.execute(sql: "DROP TRIGGER entries_are_never_changed")
            }
            for attempt in 1...3 {
                let error = await #expect(throws: LedgerError.self) {
                    switch attempt {
                    case 1: _ = try await ledger.all(of: "first")
                    case 2: _ = try await ledger.damages()
                    default: _ = try await ledger.append([Samples.waiver()], at: Samples.now)
                    }
                }
                #expect(error?.description.contains("triggers") == true)
            }
        }
    }

    @Test("A table, an index or a trigger more is an altered ledger, too")
    func moreObjects() async throws {
        for sql in [
            "CREATE TABLE t (a)", "CREATE INDEX i ON entries (recorded_at)",
            "CREATE TRIGGER t AFTER INSERT ON entries BEGIN SELECT 1; END",
        ] {
            try await withSampleLedger { ledger, path async throws in
                try await DatabaseQueue.patient(path).write { try $0.execute(sql: sql) }
                await #expect(throws: LedgerError.self) { try await ledger.all() }
            }
        }
    }
}
