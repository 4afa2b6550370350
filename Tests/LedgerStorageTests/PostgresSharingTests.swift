import Foundation
import LedgerStorage
import PostgresStorage
import Rollout
import Testing

/// Several servers that add to one database.
@Suite(.enabled(if: PostgresCluster.isWanted), .timeLimit(.minutes(10)))
struct PostgresSharingTests {
    /// Two servers with a database of their own.
    private func withTwo(
        _ work: (any ServedLedger, any ServedLedger) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try PostgresCluster.common()
            let name = try await cluster.newName()
            let databases = try [cluster.database(name), cluster.database(name)]
            for place in ["one", "two"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
            }
            try await work(
                databases[0].location(in: "\(folder)/one").servedLedger(),
                databases[1].location(in: "\(folder)/two").servedLedger())
            for database in databases { try await database.close() }
        }
    }

    private func signed(_ number: Int) -> Draft {
        Samples.signOff("number \(number)", rollout: "r\(number % 5)", signature: "s\(number)\n")
    }

    @Test("Two servers in turn: each follows what the other stored, and reads it")
    func turns() async throws {
        try await withTwo { one, two async throws in
            for number in 0..<10 {
                let (writer, reader) = number % 2 == 0 ? (one, two) : (two, one)
                let entries = try await writer.append([signed(number)], at: Samples.now)
                #expect(entries.map(\.sequence) == [number + 1])
                #expect(try await reader.all().last == entries.last)
            }
            #expect(try await one.damages().isEmpty)
        }
    }

    @Test("Two servers at once, the same statements by both: gapless, and each is there once")
    func together() async throws {
        try await withTwo { one, two async throws in
            let recorded = try await withThrowingTaskGroup(of: (Int, RecordedDraft?).self) {
                group in
                for number in 0..<200 {
                    for ledger in [one, two, one] {
                        group.addTask {
                            let records = try await ledger.record(
                                [signed(number)], at: Samples.now)
                            return (number, records.first ?? nil)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            var sequences: [Int: Set<Int>] = [:]
            var firsts: [Int: Int] = [:]
            for (number, record) in recorded {
                let record = try #require(record)
                sequences[number, default: []].insert(record.sequence)
                if record.isNew { firsts[number, default: 0] += 1 }
            }
            #expect(sequences.values.allSatisfy { $0.count == 1 })
            #expect(firsts.count == 200 && firsts.values.allSatisfy { $0 == 1 })
            let entries = try await two.all()
            #expect(entries.map(\.sequence) == Array(1...200))
            #expect(Set(entries.map(\.statement)).count == 200)
            #expect(try await one.damages().isEmpty)
        }
    }

    @Test("What one server keeps beside the ledger the other one has")
    func content() async throws {
        try await withTwo { one, two async throws in
            let text = String(repeating: "# a long checklist\n", count: 3_000)
            let made = try await one.append([Samples.text(text)], at: Samples.now)
            #expect(made.count == 1)
            #expect(try await two.text(ContentDigest(of: text.utf8)) == text)
            let draft = try #require(made.first)
            #expect(
                try await two.hasText(draft.statement.checklist, for: draft.statement.rollout))
        }
    }

    @Test("A cache that was emptied is filled again, also by the server that brought the file")
    func cache() async throws {
        try await withTwo { one, _ async throws in
            let database = try #require(one.location.database)
            let content = one.location.content
            let digest = ContentDigest(of: "evidence".utf8)
            try content.put(Array("evidence".utf8))
            try await database.bring(digest, of: one.location)
            try FileManager.default.removeItem(atPath: "\(one.location.folder)/evidence")
            #expect(try content.bytes(ofDigest: digest) == nil)
            #expect(try await database.fetch([digest], to: one.location) == [digest])
            #expect(try content.bytes(ofDigest: digest) == Array("evidence".utf8))
        }
    }

    @Test("What is not there is not said to be kept")
    func absent() async throws {
        try await withTwo { one, _ async throws in
            let database = try #require(one.location.database)
            let digest = ContentDigest(of: "nothing".utf8)
            await #expect(throws: LedgerError.self) {
                try await database.bring(digest, of: one.location)
            }
            #expect(try await database.fetch([digest], to: one.location).isEmpty)
        }
    }

    @Test("The same text by two servers at once is there once")
    func texts() async throws {
        try await withTwo { one, two async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    let ledger = number % 2 == 0 ? one : two
                    group.addTask {
                        _ = try await ledger.append(
                            [Samples.text("text \(number / 4)"), signed(number)], at: Samples.now)
                    }
                }
                try await group.waitForAll()
            }
            let entries = try await one.all()
            #expect(entries.count { $0.statement.body.kind == .checklistText } == 10)
            #expect(entries.count == 50)
            #expect(try await two.damages().isEmpty)
        }
    }
}
