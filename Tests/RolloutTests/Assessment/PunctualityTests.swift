import Rollout
import Testing

/// When a step was finished, and whether that was in time.
struct PunctualityTests {
    /// Histories to be judged with the steps needing each other or not.
    struct Batch: CustomTestStringConvertible {
        let number: Int
        let needs: Bool
        let ahead: Int
        var testDescription: String {
            "\(number)" + (needs ? ", with needs" : "") + (ahead > 0 ? ", dated ahead" : "")
        }
    }

    private static let batches = (0..<4).flatMap { number in
        [0, 6].flatMap { ahead in
            [false, true].map { Batch(number: number, needs: $0, ahead: ahead) }
        }
    }

    @Test("It is what assessments at the time of every entry come to", arguments: batches)
    func oracle(_ batch: Batch) throws {
        let checklist = try LayeredSample.checklist(needs: batch.needs)
        for seed in (batch.number * 12)..<((batch.number + 1) * 12) {
            var (history, book) = try LayeredSample.history(
                checklist, seed: seed, strays: false, ahead: batch.ahead)
            let now = seed % 3 == 0 ? history.moment(within: 200) : history.now.plus(hours: 40)
            let first = Self.firstReady(book, until: now)
            for step in book.assessment(asOf: now).steps {
                let expected = Self.punctuality(step, first[step.step.id], at: now)
                #expect(step.punctuality == expected, "\(step.step.id), seed \(seed)")
            }
        }
    }

    /// When each step was first ready, waived or not, by what was known at the time of each entry.
    private static func firstReady(_ book: EntryBook, until now: Instant) -> [StepID: Instant] {
        var first: [StepID: Instant] = [:]
        for moment in Set(book.entries.map(\.recordedAt)).filter({ $0 <= now }).sorted() {
            guard let last = book.entries.lastIndex(where: { $0.recordedAt <= moment }) else {
                continue
            }
            let then = book.checklist.assessment(of: Array(book.entries[...last]), asOf: moment)
            for step in then.steps where first[step.step.id] == nil {
                if (step.withoutWaiver?.status ?? step.status) == .ready {
                    first[step.step.id] = moment
                }
            }
        }
        return first
    }

    private static func punctuality(
        _ step: StepAssessment, _ first: Instant?, at now: Instant
    ) -> Punctuality {
        if step.status == .notApplicable { return .open }
        if let first {
            return first < step.dueLapses ? .finished(first) : .finishedLate(first)
        }
        return now >= step.dueLapses && !step.status.isSettled ? .late : .open
    }

    /// A history with what the step is afterwards; `due` is when its due point has passed.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let status: StepStatus
        let punctuality: @Sendable (Instant) -> Punctuality
        let history: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ status: StepStatus,
            _ punctuality: @escaping @Sendable (Instant) -> Punctuality,
            _ history: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.status = status
            self.punctuality = punctuality
            self.history = history
        }
    }

    @Test(
        "Late, finished and finished late",
        arguments: [
            Case("nothing", .pending, { _ in .late }) { _, _ in },
            Case("rejected only", .failing, { _ in .late }) {
                $0.sign("step", by: "nora", .reject, at: $1.plus(hours: -3))
            },
            Case("in the last moment", .ready, { .finished($0.plus(milliseconds: -1)) }) {
                $0.sign("step", by: "nora", at: $1.plus(milliseconds: -1))
            },
            Case("a moment too late", .ready, { .finishedLate($0) }) {
                $0.sign("step", by: "nora", at: $1)
            },
            Case("in time, lapsed since", .stale, { .finished($0.plus(hours: -30)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: -30))
            },
            Case("in time, lapsed, done again", .ready, { .finished($0.plus(hours: -30)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: -30))
                $0.sign("step", by: "nora", at: $1.plus(hours: 1))
            },
            Case("in time, rejected since", .failing, { .finished($0.plus(hours: -3)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: -3))
                $0.sign("step", by: "omar", .reject, at: $1.plus(hours: 1))
            },
            Case("in time, taken back since", .pending, { .finished($0.plus(hours: -3)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: -3))
                $0.revoke(1, by: "nora", at: $1.plus(hours: 1))
            },
            Case("too late, rejected since", .failing, { .finishedLate($0.plus(hours: 1)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: 1))
                $0.sign("step", by: "nora", .reject, at: $1.plus(hours: 2))
            },
            Case("in time in another wording", .stale, { .finished($0.plus(hours: -3)) }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: -3), wording: Make.otherWording)
            },
            Case("waived only", .waived, { _ in .open }) {
                $0.waive("step", at: $1, until: $1.plus(hours: 99))
            },
            Case("a waiver that has ended", .pending, { _ in .late }) {
                $0.waive("step", at: $1.plus(hours: -3), until: $1.plus(hours: 1))
            },
            Case("an approval by a stranger", .pending, { _ in .late }) {
                $0.sign("step", by: "eve", at: $1.plus(hours: -3))
            },
            Case("an approval elsewhere", .pending, { _ in .late }) {
                $0.sign(
                    "step", by: "nora", at: $1.plus(hours: -3),
                    about: .init(scope: Scope(target: "x")))
            },
            Case("a rejection dated ahead before an approval", .failing, { _ in .late }) {
                $0.sign("step", by: "omar", .reject, at: $1.plus(hours: 500))
                $0.sign("step", by: "nora", at: $1.plus(hours: -3))
            },
            Case("an approval dated ahead and taken back", .pending, { _ in .late }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: 3))
                $0.revoke(1, by: "nora", at: $1.plus(hours: -3))
            },
            Case("an approval dated ahead", .pending, { _ in .late }) {
                $0.sign("step", by: "nora", at: $1.plus(hours: 500))
            },
            Case(
                "an approval behind an entry dated ahead", .ready, { .finished($0.plus(hours: -3)) }
            ) {
                $0.sign("step", by: "omar", at: $1.plus(hours: 500))
                $0.sign("step", by: "nora", at: $1.plus(hours: -3))
            },
        ])
    func cases(_ item: Case) throws {
        let rule = SignOffRule(roles: ["ops"], validFor: .seconds(30 * 3600))
        var book = EntryBook(try Make.checklist([Make.step("step", signOff: rule)]))
        let due = try Make.at("2025-10-10T22:00:00Z")
        item.history(&book, due)
        let step = try #require(book.assessment(asOf: due.plus(hours: 4)).step("step"))
        #expect(step.status == item.status)
        #expect(step.punctuality == item.punctuality(due))
    }

    @Test(
        "A step that waited for a late one is finished when that was; a waiver lets pass while it covers"
    )
    func needs() throws {
        let due = try Make.at("2025-10-10T22:00:00Z")
        let steps = [Make.step("step", needs: ["first"]), Make.step("first", checks: 1)]
        var late = EntryBook(try Make.checklist(steps))
        late.sign("step", by: "nora", at: due.plus(hours: -9))
        late.check("first", at: due.plus(hours: 1))
        late.sign("first", by: "omar", at: due.plus(hours: 1))
        #expect(
            late.assessment(asOf: due.plus(hours: 2)).steps.map(\.punctuality)
                == [.finishedLate(due.plus(hours: 1)), .finishedLate(due.plus(hours: 1))])

        var waived = EntryBook(try Make.checklist(steps))
        waived.sign("step", by: "nora", at: due.plus(hours: -9))
        waived.waive("first", at: due.plus(hours: -8), until: due.plus(hours: 9))
        waived.revoke(2, by: "olga", at: due.plus(hours: -7))
        #expect(
            waived.assessment(asOf: due.plus(hours: 2)).steps.map(\.punctuality)
                == [.finished(due.plus(hours: -8)), .late])

        var overtaken = EntryBook(try Make.checklist(steps))
        overtaken.waive("first", at: due.plus(hours: -9), until: due.plus(hours: 9))
        overtaken.check("first", 0, .unmet, at: due.plus(hours: -8))
        overtaken.sign("step", by: "nora", at: due.plus(hours: -7))
        #expect(
            overtaken.assessment(asOf: due.plus(hours: 2)).steps.map(\.punctuality)
                == [.late, .late])
    }
}
