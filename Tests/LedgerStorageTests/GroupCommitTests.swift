import LedgerStorage
import Rollout
import Testing

/// Appends that arrive while a commit is under way share the next one.
struct GroupCommitTests {
    @Test("A hundred appends at once take few commits, and each gets its own entries")
    func sharing() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let results = try await withThrowingTaskGroup(of: (Int, [Entry]).self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let drafts = [Samples.waiver("a\(number)"), Samples.waiver("b\(number)")]
                        return (number, try await ledger.append(drafts, at: Samples.now))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(ledger.commits < 60, "\(ledger.commits) commits")
            for (number, entries) in results {
                #expect(
                    entries.map(\.statement) == [
                        Samples.waiver("a\(number)").statement,
                        Samples.waiver("b\(number)").statement,
                    ])
                #expect(entries[1].sequence == entries[0].sequence + 1)
            }
            let all = try await ledger.all()
            #expect(all.count == 200)
            let told = results.flatMap(\.1).sorted { $0.sequence < $1.sequence }
            #expect(told == all)
            #expect(try await ledger.damages().isEmpty)
        }
    }

    @Test("A draft that is refused fails its own caller and nobody else")
    func failures() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let late = Samples.now.advanced(by: .seconds(3600))
            _ = try await ledger.append([Samples.waiver()], at: late)
            let outcomes = await withTaskGroup(of: (Int, Int?).self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let draft: Draft
                        let now: Instant
                        switch number % 3 {
                        case 0: (draft, now) = (Samples.waiver("good"), late)
                        // The clock is an hour behind.
                        case 1: (draft, now) = (Samples.waiver("early"), Samples.now)
                        default:
                            draft = Samples.signOff(String(repeating: "x", count: 70_000))
                            now = late
                        }
                        return (number, try? await ledger.append([draft], at: now).count)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for (number, count) in outcomes { #expect(count == (number % 3 == 0 ? 1 : nil)) }
            #expect(try await ledger.all().count == 21)
            #expect(ledger.commits < 50)
        }
    }

    @Test("The same text from many callers at once is kept once")
    func texts() async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = SQLiteLedger(LedgerLocation(path: "\(folder)/ledger.sqlite"))
            let stored = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        try await ledger.append([Samples.text("id: first\n")], at: Samples.now)
                            .count
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(stored == 1)
            #expect(try await ledger.all().count == 1)
        }
    }
}
