import Attestation
import Foundation
import GRDB
import LedgerStorage
import Rollout
import Testing

/// The running hash of a rollout: what is changed in the rollout does not lead to it, and what is
/// changed in others does not matter.
///
/// The rollout `first` has the entries 1, 2, 3, 6 and 7, `second` has 4, 5 and 8.
struct SQLiteRolloutChainTests {
    /// Rewrites stored entries, digests and all.
    private func rewrite(
        _ path: String, _ ledger: some Ledger, _ sequences: [Int],
        _ change: (Int, String) -> String
    ) async throws {
        let lines = try await ledger.lines()
        for sequence in sequences {
            let line = String(decoding: lines[sequence - 1], as: UTF8.self)
            let changed = change(sequence, line)
            #expect(changed != line)
            let digest = ContentDigest(ofLeaf: Array(changed.utf8))
            let text = changed.replacing("'", with: "''")
            try await tamper(
                with: path,
                "UPDATE entries SET bytes = CAST('\(text)' AS BLOB), digest = x'\(digest.hex)' "
                    + "WHERE sequence = \(sequence)")
        }
    }

    /// Makes the running hashes and what is made of them anew, from what is listed now.
    private func makeChainsAnew(_ path: String) async throws {
        let rows = try await DatabaseQueue.patient(path).read {
            try Row.fetchAll(
                $0,
                sql: """
                    SELECT rollout, digest FROM rollout_entries JOIN entries USING (sequence)
                    ORDER BY sequence
                    """
            ).map { (rollout: $0[0] as String, digest: $0[1] as Data) }
        }
        var tally = RolloutTally()
        for row in rows {
            let leaf = try #require(ContentDigest(bytes: row.digest))
            _ = tally.append(leaf, of: Array(row.rollout.utf8))
        }
        var sql = "UPDATE log SET previous = x'\(try #require(tally.previous).hex)';"
        for rollout in Set(rows.map(\.rollout)) {
            let index = RolloutBucket.index(of: Array(rollout.utf8))
            let chain = tally.bucket(index)[Array(rollout.utf8)]
            sql += """
                UPDATE rollouts SET count = \(chain.count), link = x'\(chain.link.hex)'
                WHERE rollout = '\(rollout)';
                UPDATE buckets SET digest = x'\(tally.chains[index].hex)' WHERE bucket = \(index);
                """
        }
        try await tamper(with: path, sql)
    }

    private func expectDamage(
        _ words: String = "", sourceLocation: Testing.SourceLocation = #_sourceLocation,
        _ work: () async throws -> Void
    ) async throws {
        let error = await #expect(throws: LedgerError.self, sourceLocation: sourceLocation) {
            try await work()
        }
        guard case .damaged(let damage) = error?.cause else {
            Issue.record("\(error as Any)", sourceLocation: sourceLocation)
            return
        }
        #expect(
            words.isEmpty || damage.reason.contains(words), "\(damage.reason)",
            sourceLocation: sourceLocation)
    }

    @Test("An entry that was rewritten is found, also where all hashes over rollouts are made anew")
    func replaced() async throws {
        for (sequence, rollout) in [(2, "first"), (7, "first"), (5, "second"), (8, "second")] {
            try await withSampleLedger { ledger, path async throws in
                try await rewrite(path, ledger, [sequence]) { _, line in
                    line.replacing("nora@example.com", with: "nina@example.com")
                }
                try await expectDamage("is not the one that the ledger's root was made of") {
                    _ = try await ledger.all(of: rollout)
                }
                try await makeChainsAnew(path)
                try await expectDamage { _ = try await ledger.all(of: rollout) }
                #expect(try await !ledger.damages().isEmpty)
            }
        }
    }

    @Test("An entry that was taken out is found, also where those behind it are numbered anew")
    func takenOut() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await rewrite(path, ledger, [3, 6, 7]) { sequence, line in
                let ordinal = [3: 3, 6: 4, 7: 5][sequence] ?? 0
                return line.replacing("\"ordinal\":\(ordinal)", with: "\"ordinal\":\(ordinal - 1)")
            }
            try await tamper(
                with: path,
                """
                DELETE FROM rollout_entries WHERE sequence = 2;
                UPDATE rollout_entries SET ordinal = 2 WHERE sequence = 3;
                UPDATE rollout_entries SET ordinal = 3 WHERE sequence = 6;
                UPDATE rollout_entries SET ordinal = 4 WHERE sequence = 7
                """)
            try await expectDamage("entry number 5 of first, after entry 7, is missing") {
                _ = try await ledger.all(of: "first")
            }
            try await makeChainsAnew(path)
            try await expectDamage { _ = try await ledger.all(of: "first") }
            #expect(try await !ledger.damages().isEmpty)
        }
    }

    @Test("Two entries that changed places are found")
    func swapped() async throws {
        try await withSampleLedger { ledger, path async throws in
            let lines = try await ledger.lines().map { String(decoding: $0, as: UTF8.self) }
            // The statements change places; number and sequence stay.
            func parts(_ line: String) throws -> (head: Substring, statement: Substring) {
                let range = try #require(line.firstRange(of: "\"statement\":"))
                return (line[..<range.lowerBound], line[range.lowerBound...])
            }
            let (two, three) = (try parts(lines[1]), try parts(lines[2]))
            try await rewrite(path, ledger, [2, 3]) { sequence, _ in
                sequence == 2
                    ? "\(two.head)\(three.statement)" : "\(three.head)\(two.statement)"
            }
            try await expectDamage { _ = try await ledger.all(of: "first") }
            #expect(try await ledger.all(of: "second").count == 3)
            #expect(try await !ledger.damages().isEmpty)
        }
    }

    static let links: [(sql: String, words: String, isForAll: Bool)] = [
        (
            "UPDATE rollouts SET link = zeroblob(32) WHERE rollout = 'first'",
            "does not have the hash that was stored with it", false
        ),
        (
            "UPDATE rollouts SET link = (SELECT link FROM rollouts WHERE rollout = 'second') "
                + "WHERE rollout = 'first'",
            "does not have the hash that was stored with it", false
        ),
        (
            "UPDATE log SET previous = zeroblob(32)",
            "is not the one that its newest entry names", true
        ),
        ("UPDATE log SET previous = x''", "is not the one that its newest entry names", true),
        (
            "UPDATE rollouts SET link = zeroblob(32) WHERE rollout = 'second'",
            "does not have the hash that was stored with it", true
        ),
    ]

    @Test("A running hash that was changed is found", arguments: links)
    func changedLink(sql: String, words: String, isForAll: Bool) async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(with: path, sql)
            try await expectDamage(words) { _ = try await ledger.all(of: "first") }
            if isForAll {
                // The newest entry is of `second`: nothing leads on from it.
                try await expectDamage(words) { _ = try await ledger.all(of: "second") }
                try await expectDamage(words) {
                    _ = try await ledger.append([Samples.waiver()], at: Samples.now)
                }
            } else {
                #expect(try await ledger.all(of: "second").count == 3)
            }
            #expect(
                try await ledger.damages().map(\.reason) == ["its table of rollouts is another one"]
            )
        }
    }

    @Test("Damage to entries of other rollouts, beside this one's too, does not take it down")
    func neighbours() async throws {
        for sql in [
            "UPDATE entries SET bytes = x'7b7d', digest = zeroblob(32) WHERE sequence IN (4, 5)",
            "DELETE FROM entries WHERE sequence = 5",
            "UPDATE rollout_entries SET sequence = 3 WHERE rollout = 'second' AND ordinal = 1",
        ] {
            try await withSampleLedger { ledger, path async throws in
                let whole = try await ledger.reading(of: "first", asOf: .everything)
                try await tamper(with: path, sql)
                #expect(try await ledger.reading(of: "first", asOf: .everything) == whole)
                try await expectDamage { _ = try await ledger.all(of: "second") }
                #expect(try await !ledger.damages().isEmpty)
            }
        }
    }

    @Test("A damaged newest entry of another rollout does not open the way for other entries")
    func damagedNewest() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await rewrite(path, ledger, [2]) { _, line in
                line.replacing("nora@example.com", with: "nina@example.com")
            }
            try await makeChainsAnew(path)
            try await tamper(with: path, "UPDATE entries SET bytes = x'7b7d' WHERE sequence = 8")
            try await expectDamage("is not the one that the ledger's root was made of") {
                _ = try await ledger.all(of: "first")
            }
        }
    }

    @Test("A reading of the past is held against what came later, and against the root")
    func past() async throws {
        for sequence in [6, 7] {
            try await withSampleLedger { ledger, path async throws in
                try await rewrite(path, ledger, [sequence]) { _, line in
                    line.replacing("nora@example.com", with: "nina@example.com")
                }
                try await expectDamage("is not the one that the ledger's root was made of") {
                    _ = try await ledger.reading(of: "first", asOf: .entries(4))
                }
            }
        }
        try await withSampleLedger { ledger, path async throws in
            try await tamper(
                with: path, "UPDATE entries SET subtrees = zeroblob(32) WHERE sequence = 2")
            #expect(try await ledger.all(of: "first").count == 5)
            try await expectDamage("its root is not the root of its entries") {
                _ = try await ledger.reading(of: "second", asOf: .entries(3))
            }
        }
    }

    @Test("An entry cannot be moved behind the entries that count")
    func movedBehind() async throws {
        try await withSampleLedger { ledger, path async throws in
            try await tamper(
                with: path,
                """
                UPDATE entries SET (digest, bytes) =
                    (SELECT digest, bytes FROM entries WHERE sequence = 5) WHERE sequence = 7;
                UPDATE rollout_entries SET sequence = 7 WHERE rollout = 'second' AND ordinal = 2
                """)
            for size in [4, 5, 6, 7, 8] {
                try await expectDamage("its bytes say that it is entry 5") {
                    _ = try await ledger.reading(of: "second", asOf: .entries(size))
                }
            }
        }
    }
}
