import Foundation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("An audit since an earlier report or checkpoint", .timeLimit(.minutes(10)))
struct TamperingTests {
    @Test("The ledger as it was recorded has no findings, and neither has its copy")
    func whole() async throws {
        try await TamperedLedger.with { ledger in
            _ = try ledger.write(ledger.file(), as: "copy")
            for earlier in TamperedLedger.earlier {
                let context = ledger.matrix.place.context(ledger: "copy/ledger.sqlite")
                let findings = try await AuditLedger(
                    context, since: ledger.matrix.place.path(earlier))().findings
                #expect(findings.map(\.words) == [])
            }
            #expect(try await ledger.entries().count == 7)
        }
    }

    @Test("What is damaged is listed the same beside an old report, which is not rendered again")
    func damaged() async throws {
        try await TamperedLedger.with { ledger in
            var changed = try ledger.file()
            let place = try #require(
                try await Self.places(of: ledger, in: changed).dropFirst(1200).first)
            for byte in place { changed[byte] ^= 1 }
            let location = try ledger.write(changed, as: "changed")
            #expect(location.path.hasSuffix("changed/ledger.sqlite"))
            let context = ledger.matrix.place.context(ledger: "changed/ledger.sqlite")
            let report = ledger.matrix.place.path(TamperedLedger.earlier[0])
            let alone = try await AuditLedger(context)().findings
            let beside = try await AuditLedger(context, since: report)().findings
            #expect(!alone.isEmpty)
            #expect(beside.filter { $0.rule != .since }.map(\.words) == alone.map(\.words))
            #expect(beside.contains { $0.rule == .since }, "\(beside.map(\.words))")
        }
    }

    @Test("A byte of an entry that was changed is found")
    func bytes() async throws {
        try await TamperedLedger.with { ledger in
            let file = try ledger.file()
            let places = try await Self.places(of: ledger, in: file)
            // All of them take minutes: by default one of each so many, another one of each entry.
            let step = ProcessInfo.processInfo.environment["READINESS_EVERY_BYTE"] == nil ? 23 : 1
            let chosen = Array(stride(from: 0, to: places.count, by: step))
            var found = 0
            for number in chosen {
                var changed = file
                // One bit of the byte, another one each time; stale copies too.
                for place in places[number] { changed[place] ^= 1 << (number % 8) }
                _ = try ledger.write(changed, as: "changed")
                let earlier = TamperedLedger.earlier[number % 2]
                let isFound = try await ledger.isFound("changed", since: earlier)
                #expect(isFound, "byte \(number)")
                found += isFound ? 1 : 0
            }
            print("\(found) of \(chosen.count) changed bytes were found, of \(places.count)")
            #expect(found == chosen.count && places.count > 3000)
        }
    }

    /// For each byte of each entry, where it stands in the file.
    private static func places(of ledger: TamperedLedger, in file: Data) async throws -> [[Int]] {
        var places: [[Int]] = []
        for entry in try await ledger.entries() {
            let bytes = Data(entry.canonicalBytes)
            var starts: [Int] = []
            var rest = file.startIndex..<file.endIndex
            while let range = file.range(of: bytes, in: rest) {
                starts.append(range.lowerBound)
                rest = range.upperBound..<file.endIndex
            }
            try #require(!starts.isEmpty)
            places += bytes.indices.map { offset in starts.map { $0 + offset } }
        }
        return places
    }

    /// Changes of the tables, by name.
    private static func changes(_ count: Int) -> [(String, String)] {
        var changes: [(String, String)] = []
        for entry in 1...count {
            changes.append(("without \(entry)", "DELETE FROM entries WHERE sequence = \(entry)"))
            changes.append(
                ("only up to \(entry - 1)", "DELETE FROM entries WHERE sequence >= \(entry)"))
            changes.append(
                (
                    "\(entry) backdated",
                    "UPDATE entries SET recorded_at = recorded_at - 3600000 WHERE sequence = \(entry)"
                ))
            changes.append(
                (
                    "\(entry) again at the end",
                    """
                    INSERT INTO entries (sequence, recorded_at, digest, subtrees, bytes)
                    SELECT \(count + 1), recorded_at, digest, subtrees, bytes FROM entries
                    WHERE sequence = \(entry)
                    """
                ))
            for other in 1...count where other != entry {
                let columns = ["recorded_at", "digest", "subtrees", "bytes"].map {
                    "\($0) = (SELECT \($0) FROM entries WHERE sequence = \(other))"
                }.joined(separator: ", ")
                changes.append(
                    (
                        "\(other) in place of \(entry)",
                        "UPDATE entries SET \(columns) WHERE sequence = \(entry)"
                    ))
                guard other > entry else { continue }
                changes.append(
                    (
                        "\(entry) and \(other) swapped",
                        """
                        UPDATE entries SET sequence = 100 WHERE sequence = \(entry);
                        UPDATE entries SET sequence = \(entry) WHERE sequence = \(other);
                        UPDATE entries SET sequence = \(other) WHERE sequence = 100
                        """
                    ))
            }
        }
        return changes
    }

    @Test("Every deletion, swap, duplication and backdating in the tables is found")
    func tables() async throws {
        try await TamperedLedger.with { ledger in
            let file = try ledger.file()
            let changes = try await Self.changes(ledger.entries().count)
            var found = 0
            for (number, change) in changes.enumerated() {
                try await TamperedLedger.change(ledger.write(file, as: "changed"), change.1)
                let earlier = TamperedLedger.earlier[number % 2]
                let isFound = try await ledger.isFound("changed", since: earlier)
                #expect(isFound, "\(change.0)")
                found += isFound ? 1 : 0
            }
            print("\(found) of \(changes.count) changes of the tables were found")
            #expect(found == changes.count)
        }
    }

    @Test("A file that was cut off anywhere is found")
    func truncations() async throws {
        try await TamperedLedger.with { ledger in
            let file = try ledger.file()
            let sizes = Array(stride(from: 0, to: file.count, by: 1024))
            var found = 0
            for size in sizes {
                _ = try ledger.write(file.prefix(size), as: "short")
                let isFound = try await ledger.isFound("short", since: TamperedLedger.earlier[1])
                #expect(isFound, "\(size) bytes of \(file.count)")
                found += isFound ? 1 : 0
            }
            print("\(found) of \(sizes.count) truncations were found")
        }
    }

    @Test("Whoever writes the whole ledger anew, so that all of it fits, is found")
    func anew() async throws {
        try await TamperedLedger.with { ledger in
            let entries = try await ledger.entries()
            let own = entries.map {
                TamperedLedger.Saying(
                    draft: Draft($0.statement, signature: $0.signature), at: $0.recordedAt)
            }
            try await ledger.write(own, as: "same")
            for earlier in TamperedLedger.earlier {
                #expect(try await ledger.audit("same", since: earlier) == [])
            }
            var found = 0
            var silent = 0
            let forgeries = Self.forgeries(own)
            for (name, sayings) in forgeries {
                try await ledger.write(sayings, as: "anew")
                var isFound = true
                for earlier in TamperedLedger.earlier {
                    let rules = try await ledger.audit("anew", since: earlier)
                    isFound = isFound && rules?.contains(.since) ?? false
                }
                #expect(isFound, "\(name)")
                found += isFound ? 1 : 0
                if try await !ledger.isFound("anew", since: nil) { silent += 1 }
            }
            print(
                "\(found) of \(forgeries.count) ledgers that were written anew were found; "
                    + "\(silent) of them show nothing by themselves")
            #expect(found == forgeries.count && silent > 0)
        }
    }

    /// Other ledgers, by what is different.
    private static func forgeries(
        _ own: [TamperedLedger.Saying]
    ) -> [(String, [TamperedLedger.Saying])] {
        // One more entry at the end is no forgery: that is how a ledger grows.
        var forgeries: [(String, [TamperedLedger.Saying])] = []
        func add(_ name: String, _ change: (inout [TamperedLedger.Saying]) -> Void) {
            var sayings = own
            change(&sayings)
            forgeries.append((name, sayings))
        }
        for place in own.indices {
            let name = "entry \(place + 1)"
            let statement = own[place].draft.statement
            add("without \(name)") { $0.remove(at: place) }
            add("only up to \(name)") { $0 = Array($0[..<place]) }
            add("\(name) backdated with all before it") { sayings in
                for earlier in 0...place { sayings[earlier].at = sayings[earlier].at.plus(-60_000) }
            }
            add("\(name) by somebody else") { $0[place].draft = Draft(statement.by("eve")) }
            if own[place].draft.signature != nil {
                add("\(name) without its signature") { $0[place].draft = Draft(statement) }
            }
            if place > 0 {
                add("\(name) before the one before it") {
                    $0[place].draft = own[place - 1].draft
                    $0[place - 1].draft = own[place].draft
                }
            }
            // The text of a checklist is kept once.
            if statement.body.kind != .checklistText, place + 1 < own.count {
                add("\(name) twice") { $0.insert($0[place], at: place) }
            }
        }
        return forgeries
    }
}

extension Statement {
    /// The same in another name.
    fileprivate func by(_ name: String) -> Statement {
        Statement(
            rollout: rollout, scope: scope, checklist: checklist, step: step,
            principal: Matrix.person(name), onBehalfOf: onBehalfOf, role: role, site: site,
            run: run,
            madeAt: madeAt, body: body)
    }
}
