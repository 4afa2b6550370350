import Rollout
import Testing

/// The verdict of a phase: which steps count, and what they come to.
struct PhaseVerdictTests {
    /// Statuses of blocking and advisory steps with the verdict that they come to.
    struct Mix: CustomTestStringConvertible {
        let blocking: [StepStatus]
        let advisory: [StepStatus]
        let verdict: Verdict
        var testDescription: String {
            "blocking \(blocking.map(\.rawValue)), advisory \(advisory.map(\.rawValue))"
        }

        init(_ blocking: [StepStatus], _ verdict: Verdict) {
            self.init(blocking, [], verdict)
        }

        init(_ blocking: [StepStatus], _ advisory: [StepStatus], _ verdict: Verdict) {
            self.blocking = blocking
            self.advisory = advisory
            self.verdict = verdict
        }
    }

    @Test(
        "The verdict follows from the statuses of the steps that count",
        arguments: [
            Mix([], .noGo), Mix([], [.ready], .noGo), Mix([.notApplicable], .noGo),
            Mix([.notApplicable], [.ready], .noGo), Mix([.ready], .go),
            Mix([.ready, .ready], [.ready], .go), Mix([.ready, .notApplicable], .go),
            Mix([.ready], [.notApplicable], .go), Mix([.ready, .waived], .conditional),
            Mix([.waived], .conditional), Mix([.ready], [.waived], .conditional),
            Mix([.ready], [.failing], .conditional), Mix([.ready], [.unknown], .conditional),
            Mix([.ready], [.stale], .conditional), Mix([.ready], [.pending], .conditional),
            Mix([.ready], [.blocked], .conditional), Mix([.ready, .failing], .noGo),
            Mix([.ready, .unknown], .noGo), Mix([.ready, .stale], .noGo),
            Mix([.ready, .pending], .noGo), Mix([.ready, .blocked], .noGo),
            Mix([.ready, .waived, .pending], [.failing], .noGo), Mix([.pending], [.ready], .noGo),
        ])
    func verdict(_ mix: Mix) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let assessment = try StatusSample.assessment(
            blocking: mix.blocking, advisory: mix.advisory, at: now)
        #expect(assessment.steps.dropLast(2).map(\.status) == mix.blocking + mix.advisory)
        let phase = try #require(assessment.phases.first)
        #expect(phase.verdict == mix.verdict)
        #expect(phase.current.reasons.isEmpty == (mix.verdict == .go))
        #expect(phase.current.conditions == phase.current.reasons.count)
    }

    @Test("What holds a phase back is named with its status, advisory steps last")
    func reasons() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("tip", level: .advisory), Make.step("waived"), Make.step("open"),
            Make.step("done"),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.waive("waived", at: now, until: now.plus(hours: 1))
        book.sign("done", by: "nora", at: now)
        #expect(
            book.assessment(asOf: now).phases.first?.current.reasons.map(Self.brief) == [
                "open blocking pending sign-offs-missing", "waived blocking waived waived",
                "tip advisory pending sign-offs-missing",
            ])
    }

    private static func brief(_ reason: PhaseReason) -> String {
        guard case .step(let id, let level, let status, let reason) = reason else {
            return reason.code
        }
        return "\(id) \(level) \(status) \(reason.code)"
    }

    /// A due point of a step, and whether it counts for the phase.
    struct Reach: CustomTestStringConvertible {
        let due: Due
        let starts: String
        let counts: Bool
        var testDescription: String { "\(due) for a start at \(starts)" }

        init(_ due: Due, _ starts: String, _ counts: Bool) {
            self.due = due
            self.starts = starts
            self.counts = counts
        }
    }

    @Test(
        "The steps that are due up to the start of a phase count for it",
        arguments: [
            Reach(Due(phase: "early", amount: -30), "2025-10-10", true),
            Reach(Due(phase: "late"), "2025-10-10", true),
            Reach(Due(phase: "late", amount: -1), "2025-10-10", true),
            Reach(Due(phase: "late", amount: 1), "2025-10-10", false),
            Reach(Due(phase: "late", amount: 1, unit: .hours), "2025-10-10", false),
            // The day of the start counts although it lasts longer than the moment of the start.
            Reach(Due(phase: "early", amount: 9), "2025-10-10", true),
            Reach(Due(phase: "early", amount: 9), "2025-10-10T08:00", true),
            Reach(Due(phase: "early", amount: 10), "2025-10-10T23:59", false),
            Reach(Due(phase: "late"), "2025-10-10T08:00", true),
            Reach(Due(phase: "late", amount: -1, unit: .hours), "2025-10-10T08:00", true),
            // An end counts from its earliest day: here 2025-10-05.
            Reach(Due(phase: "early", edge: .end), "2025-10-10", true),
            Reach(Due(phase: "early", edge: .end, amount: 5), "2025-10-10", true),
            Reach(Due(phase: "early", edge: .end, amount: 6), "2025-10-10", false),
            Reach(Due(phase: "late", edge: .end), "2025-10-10", false),
            // A step that is due against a later phase counts where it is due before the start.
            Reach(Due(phase: "last", amount: -22), "2025-10-10", true),
            Reach(Due(phase: "last", amount: -21), "2025-10-10", false),
            // Decoding refuses these; here they count rather than disappear.
            Reach(Due(phase: "gone"), "2025-10-10", true),
            Reach(Due(phase: "last", edge: .end), "2025-10-10", true),
        ])
    func counted(_ reach: Reach) throws {
        let phases = [
            try Make.phase("early", starts: "2025-10-01", ends: "2025-10-05"),
            try Make.phase(
                "late", starts: reach.starts, latest: "2025-12-31", ends: "2025-11-10"),
            try Make.phase("last", starts: "2025-11-01"),
        ]
        let checklist = try Make.checklist(
            [Make.step("step", due: reach.due), Make.step("base", due: Due(phase: "early"))],
            phases: phases)
        var book = EntryBook(checklist)
        let first = try Make.at("2025-01-01T00:00:00Z")
        book.sign("base", by: "nora", at: first)
        let before = try #require(book.assessment(asOf: first).phase("late"))
        #expect(before.current.counted.contains(0) == reach.counts)
        #expect(before.verdict == (reach.counts ? .noGo : .go))
        for instant in ["2025-01-01T00:00:00Z", "2025-10-11T00:00:00Z", "2027-01-01T00:00:00Z"] {
            let late = book.assessment(asOf: try Make.at(instant)).phase("late")
            #expect(late?.atStart == (reach.counts ? .noGo : .go))
        }
    }

    @Test(
        "A phase that starts in a range counts from its earliest day, and phases stand in order of time"
    )
    func order() throws {
        let phases = [
            try Make.phase("third", starts: "2025-12-01"),
            try Make.phase("first", starts: "2025-10-10", latest: "2025-12-31"),
            try Make.phase("second", starts: "2025-10-10T00:00"),
        ]
        let assessment = EntryBook(
            try Make.checklist([Make.step("step", due: Due(phase: "first"))], phases: phases)
        )
        .assessment(asOf: try Make.at("2025-10-05T12:00:00Z"))
        #expect(assessment.phases.map(\.phase.id) == ["first", "second", "third"])
        #expect(assessment.phases.first?.starts == (try Make.at("2025-10-09T22:00:00Z")))
        #expect(assessment.phases.map(\.due) == [[0], [], []])
    }

    @Test("A cancelled phase has no verdict; its steps still count for the phases behind it")
    func cancelled() throws {
        let phases = [
            try Make.phase("off", starts: "2025-10-01", status: .cancelled),
            try Make.phase("on", starts: "2025-10-10"),
        ]
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [Make.step("a", due: Due(phase: "off")), Make.step("b", due: Due(phase: "on"))]
        var book = EntryBook(try Make.checklist(steps, phases: phases))
        book.sign("b", by: "nora", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.phase("off")?.verdict == nil)
        #expect(assessment.phase("off")?.current.reasons == [.cancelled])
        #expect(assessment.phase("on")?.verdict == .noGo)
    }
}
