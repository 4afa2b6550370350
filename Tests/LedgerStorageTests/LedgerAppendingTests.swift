import CanonicalJSON
import Foundation
import LedgerStorage
import Rollout
import Testing

/// What every kind of ledger that can be added to promises to those who append.
struct LedgerAppendingTests {
    @Test("Sequences count from 1 over several appends", arguments: StoreKind.written)
    func sequences(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = try await kind.ledger(in: folder)
            var sequences: [Int] = []
            for draft in Samples.everyKind {
                sequences += try await ledger.append([draft], at: Samples.now).map(\.sequence)
            }
            #expect(sequences == Array(1...Samples.everyKind.count))
            #expect(try await ledger.all().map(\.sequence) == sequences)
        }
    }

    @Test("No drafts are no work", arguments: StoreKind.written)
    func nothing(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            #expect(try await kind.ledger(in: folder).append([], at: Samples.now).isEmpty)
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test(
        "A checklist text is kept once, and leaving it out is no error",
        arguments: StoreKind.written)
    func textOnce(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = try await kind.ledger(in: folder)
            let text = Samples.text("id: first\n")
            let first = try await ledger.append([text, text], at: Samples.now)
            #expect(first.map(\.sequence) == [1])
            let second = try await ledger.append(
                [text, Samples.waiver(), text, Samples.decision()], at: Samples.now)
            #expect(second.map(\.sequence) == [2, 3])
            #expect(
                second.map(\.statement.body) == [
                    Samples.waiver().statement.body, Samples.decision().statement.body,
                ])
            #expect(try await ledger.append([text], at: Samples.now).isEmpty)
            #expect(try await ledger.all().count == 3)
        }
    }

    /// A draft that is refused, with words that its error must hold.
    struct Refusal: CustomTestStringConvertible {
        let testDescription: String
        let draft: Draft
        let words: String
    }

    static let refusals = [
        Refusal(
            testDescription: "a text with another digest",
            draft: Samples.draft(.checklistText(ChecklistText(.inline("other")))),
            words: "the key `checklist` is not the digest of the text."),
        Refusal(
            testDescription: "a fact that JSON readers round",
            draft: Samples.check(["size": .integer(9_007_199_254_740_992)]),
            words: "the key `body.facts` is a number beyond ±9007199254740991"),
        Refusal(
            testDescription: "facts without a bottom",
            draft: Samples.check([
                "deep": (0..<200).reduce(.null) { value, _ in .array([value]) }
            ]),
            words: "deeper than 128 levels"),
        Refusal(
            testDescription: "an end beyond the calendar",
            draft: Samples.draft(
                .waiver(Waiver(until: Instant(milliseconds: 253_402_300_800_000), reason: ""))),
            words: "the key `body.until` is not a UTC time of the years 1 to 9999"),
        Refusal(
            testDescription: "a revocation of nothing", draft: Samples.revocation(of: 0),
            words: "the key `body.entry.sequence` is below 1"),
        Refusal(
            testDescription: "a sign-off without its step",
            draft: Draft(
                Statement(
                    rollout: RolloutReference(id: "first", place: "c.yaml"), scope: Scope(),
                    checklist: Samples.digest, principal: "nora", role: "owner",
                    madeAt: Samples.now, body: Samples.signOff("").statement.body)),
            words: "the key `step` is missing"),
        Refusal(
            testDescription: "a rollout that SQLite would shorten",
            draft: Samples.waiver(rollout: "first\u{0}second"),
            words: "the key `rollout` contains a NUL character"),
        Refusal(
            testDescription: "a note that is too long",
            draft: Samples.signOff(String(repeating: "x", count: 70_000)),
            words: "an entry has at most 65535 bytes"),
    ]

    @Test("All drafts are stored or none", arguments: StoreKind.written, refusals)
    func allOrNone(kind: StoreKind, refusal: Refusal) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = try await kind.ledger(in: folder)
            let error = await #expect(throws: LedgerError.self) {
                try await ledger.append([Samples.waiver(), refusal.draft], at: Samples.now)
            }
            #expect(error?.description.contains(refusal.words) == true, "\(error as Any)")
            #expect(try await ledger.all().isEmpty)
            let next = try await ledger.append([Samples.waiver()], at: Samples.now)
            #expect(next.map(\.sequence) == [1])
        }
    }

    /// How far the clock is behind the newest record, and whether the ledger puts up with it.
    static let clocks: [(milliseconds: Int64, isAccepted: Bool)] = [
        (-60_000, true), (0, true), (1, true), (299_999, true), (300_000, true),
        (300_001, false), (86_400_000, false),
    ]

    @Test("Time never runs backwards, and a clock that is far behind is refused", arguments: clocks)
    func clock(milliseconds: Int64, isAccepted: Bool) async throws {
        for kind in StoreKind.written {
            try await withTemporaryFolder { folder async throws in
                let ledger = try await kind.ledger(in: folder)
                _ = try await ledger.append([Samples.decision()], at: Samples.now)
                let now = Instant(milliseconds: Samples.now.milliseconds - milliseconds)
                if isAccepted {
                    let entries = try await ledger.append([Samples.waiver()], at: now)
                    #expect(entries.map(\.recordedAt) == [max(now, Samples.now)])
                } else {
                    let error = await #expect(throws: LedgerError.self) {
                        try await ledger.append([Samples.waiver()], at: now)
                    }
                    #expect(error?.description.contains("one of the two clocks is wrong") == true)
                    #expect(try await ledger.all().count == 1)
                }
            }
        }
    }

    @Test("Appends from many tasks all arrive, each once", arguments: StoreKind.written)
    func tasks(kind: StoreKind) async throws {
        try await withTemporaryFolder { folder async throws in
            let ledger = try await kind.ledger(in: folder)
            let sequences = try await withThrowingTaskGroup(of: [Int].self) { group in
                for number in 0..<40 {
                    group.addTask {
                        try await ledger.append(
                            [Samples.signOff("\(number)"), Samples.waiver()], at: Samples.now
                        ).map(\.sequence)
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(sequences.sorted() == Array(1...80))
            #expect(try await ledger.all().count == 80)
        }
    }
}
