import LedgerStorage
import Rollout
import Testing

/// Changes by somebody who knows the tables and leaves the root as it is: a reading of the rollout
/// they are about notices them, and so does an audit.
struct SQLiteLedgerForgeryTests {
    /// The rollout `first` has the entries 1, 2, 3, 6 and 7, `second` has 4, 5 and 8.
    private static let rollouts = [
        1: "first", 2: "first", 3: "first", 4: "second", 5: "second", 6: "first", 7: "first",
        8: "second",
    ]

    @Test("An entry that was rewritten in place, digest and all, is not the one of the root")
    func rewritten() async throws {
        for (sequence, rollout) in Self.rollouts {
            try await withSampleLedger { ledger, path async throws in
                let line = try await ledger.lines()[sequence - 1]
                let changed = String(decoding: line, as: UTF8.self)
                    .replacing("nora@example.com", with: "nina@example.com")
                let digest = ContentDigest(ofLeaf: Array(changed.utf8))
                try await tamper(
                    with: path,
                    "UPDATE entries SET bytes = CAST('\(changed)' AS BLOB), "
                        + "digest = x'\(digest.hex)' WHERE sequence = \(sequence)")
                let error = await #expect(throws: LedgerError.self) {
                    try await ledger.all(of: rollout)
                }
                guard case .damaged(let damage) = error?.cause else {
                    Issue.record("\(error as Any)")
                    return
                }
                // Two entries that stand side by side cannot be told apart.
                #expect(damage.sequence.map { ($0 + 1) / 2 } == (sequence + 1) / 2)
                await #expect(throws: LedgerError.self) { try await ledger.all() }
                #expect(try await !ledger.damages().isEmpty)
            }
        }
    }

    static let listings = [
        "DELETE FROM rollout_entries WHERE sequence = 8",
        "DELETE FROM rollout_entries WHERE sequence = 5",
        "DELETE FROM rollout_entries WHERE rollout = 'second'",
        "UPDATE rollout_entries SET rollout = 'SECOND' WHERE sequence = 8",
        "UPDATE rollout_entries SET rollout = 'SECOND' WHERE rollout = 'second'",
        "UPDATE rollout_entries SET sequence = 9 WHERE sequence = 8",
        """
        DELETE FROM rollout_entries WHERE sequence = 5;
        UPDATE rollout_entries SET ordinal = 2 WHERE sequence = 8
        """,
        """
        DELETE FROM rollout_entries WHERE sequence = 8;
        UPDATE rollouts SET count = 2 WHERE rollout = 'second'
        """,
        """
        DELETE FROM rollout_entries WHERE sequence = 8;
        DELETE FROM rollouts WHERE rollout = 'second'
        """,
        """
        UPDATE rollout_entries SET rollout = 'x', ordinal = 1 WHERE sequence = 8;
        UPDATE rollouts SET count = 2 WHERE rollout = 'second';
        INSERT INTO rollouts SELECT bucket, 'x', 1, link FROM rollouts WHERE rollout = 'second'
        """,
        """
        DELETE FROM rollout_entries WHERE rollout = 'second';
        DELETE FROM rollouts WHERE rollout = 'second';
        UPDATE buckets SET digest = (
            SELECT digest FROM buckets GROUP BY digest ORDER BY count(*) DESC LIMIT 1
        )
        """,
        "DELETE FROM buckets WHERE bucket = 7",
    ]

    @Test("A listing that was removed, renamed or renumbered is noticed", arguments: listings)
    func listing(sql: String) async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, sql)
            await #expect(throws: LedgerError.self) { try await ledger.all(of: "second") }
            #expect(try await !ledger.damages().isEmpty)
        }
    }

    @Test("A listing that is missing is noticed at every size, also before its entry")
    func sizes() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, "DELETE FROM rollout_entries WHERE sequence = 8")
            for size in 0...8 {
                await #expect(throws: LedgerError.self) {
                    try await ledger.reading(of: "second", asOf: .entries(size))
                }
            }
        }
    }

    @Test("Damage behind the entries that were asked for is kept apart")
    func beyond() async throws {
        try await withSampleLedger { ledger, path async throws in
            let before = try await ledger.reading(of: "first", asOf: .entries(5))
            try await tamper(with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 8")
            let after = try await ledger.reading(of: "first", asOf: .entries(5))
            #expect(after.entries == before.entries)
            #expect(after.state.extent == before.state.extent)
            #expect(after.state.warnings.isEmpty)
            #expect(after.state.beyond.map(\.sequence) == [8])
        }
    }

    @Test("A rollout without entries has none, and an id of another case is another rollout")
    func nothing() async throws {
        try await withSampleLedger { ledger, _ async throws in
            #expect(try await ledger.all(of: "nobody").isEmpty)
            #expect(try await ledger.all(of: "SECOND").isEmpty)
        }
    }
}
