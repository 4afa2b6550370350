import Rollout
import Testing

/// The one verdict of a whole checklist, which status, report and gate exit with.
struct HeadlineVerdictTests {
    /// Phases, each with its status and the verdict that its step gives it, with the headline.
    struct Case: CustomTestStringConvertible {
        let phases: [(status: Phase.Status, verdict: Verdict)]
        let headline: Verdict
        var testDescription: String {
            phases.map { "\($0.status.rawValue) \($0.verdict.rawValue)" }.joined(separator: ", ")
                + " is \(headline.rawValue)"
        }

        init(_ headline: Verdict, _ phases: (Phase.Status, Verdict)...) {
            self.phases = phases.map { (status: $0.0, verdict: $0.1) }
            self.headline = headline
        }
    }

    @Test(
        "The worst verdict of the phases is the headline",
        arguments: [
            Case(.noGo), Case(.go, (.planned, .go)),
            Case(.conditional, (.planned, .go), (.planned, .conditional)),
            Case(.noGo, (.planned, .conditional), (.started, .noGo)),
            Case(.noGo, (.paused, .noGo), (.planned, .noGo)),
        ])
    func headline(_ item: Case) throws {
        let assessment = try judged(item.phases)
        #expect(assessment.phases.map(\.verdict) == item.phases.map(\.verdict))
        #expect(assessment.verdict == item.headline)
    }

    @Test("A completed phase counts with its closing verdict")
    func completed() throws {
        let open = try judged([(.completed, .go), (.planned, .noGo)])
        #expect(open.verdict == .noGo)
        let done = try judged([(.completed, .go), (.completed, .conditional)])
        #expect(done.verdict == .conditional)
    }

    /// A phase that its author called completed, and the one behind it, which nothing holds back.
    private func completed(ended: String?, ends: String? = "2025-10-12") throws -> Checklist {
        let rule = SignOffRule(roles: ["ops"], validFor: .seconds(10 * 86_400))
        return try Make.checklist(
            [
                Make.step("after", due: Due(phase: "p", amount: 2), signOff: rule),
                Make.step("ahead", due: Due(phase: "q")),
            ],
            phases: [
                Make.phase(
                    "p", starts: "2025-10-10", ends: ends, status: .completed, ended: ended),
                Make.phase("q", starts: "2025-10-11"),
            ])
    }

    @Test("What was left open when a phase was completed makes the headline NO-GO")
    func leftOpen() throws {
        for (ended, ends) in [("2025-10-12", "2025-10-12"), (nil, "2025-10-12"), (nil, nil)] {
            var book = EntryBook(try completed(ended: ended, ends: ends))
            book.sign("ahead", by: "nora", at: try Make.at("2025-10-05T12:00:00Z"))
            let assessment = book.assessment(asOf: try Make.at("2025-10-20T12:00:00Z"))
            #expect(assessment.phase("q")?.verdict == .go)
            #expect(assessment.phase("p")?.atEnd == .noGo)
            #expect(assessment.verdict == .noGo)
        }
    }

    @Test("What lapses after a phase was over no longer counts against it")
    func lapsedSince() throws {
        for (ended, ends) in [("2025-10-12", "2025-10-12"), (nil, "2025-10-12"), (nil, nil)] {
            var book = EntryBook(try completed(ended: ended, ends: ends))
            book.sign("ahead", by: "nora", at: try Make.at("2025-10-05T12:00:00Z"))
            book.sign("after", by: "nora", at: try Make.at("2025-10-11T12:00:00Z"))
            let assessment = book.assessment(asOf: try Make.at("2025-12-20T12:00:00Z"))
            #expect(assessment.phase("p")?.closing.verdict == .noGo)
            #expect(assessment.phase("p")?.atEnd == .go)
            #expect(assessment.verdict == .go)
        }
    }

    @Test("What came too late counts where the phase is said to have ended later")
    func endedLater() throws {
        let signed = try Make.at("2025-10-15T12:00:00Z")
        for (ended, verdict) in [("2025-10-12", Verdict.noGo), ("2025-10-15", .go)] {
            var book = EntryBook(try completed(ended: ended))
            book.sign("ahead", by: "nora", at: signed)
            book.sign("after", by: "nora", at: signed)
            let assessment = book.assessment(asOf: try Make.at("2025-12-20T12:00:00Z"))
            #expect(assessment.verdict == verdict)
        }
    }

    @Test("A phase that is called completed before its end is judged now")
    func completedEarly() throws {
        var book = EntryBook(try completed(ended: nil, ends: "2026-10-12"))
        let now = try Make.at("2025-10-20T12:00:00Z")
        book.sign("ahead", by: "nora", at: now)
        #expect(book.assessment(asOf: now).verdict == .noGo)
        book.sign("after", by: "nora", at: now)
        #expect(book.assessment(asOf: now).verdict == .go)
    }

    @Test("Where no phase has a verdict, the headline is NO-GO")
    func none() throws {
        #expect(try judged([(.cancelled, .go), (.cancelled, .go)]).verdict == .noGo)
        let off = try Make.phase(
            "off", starts: "2025-10-10", applicability: Make.off)
        let checklist = try Make.checklist(
            [Make.step("step", due: Due(phase: "off"))], phases: [off])
        let now = try Make.at("2025-10-05T12:00:00Z")
        #expect(EntryBook(checklist).assessment(asOf: now).verdict == .noGo)
        let empty = try Make.checklist([], phases: [])
        #expect(EntryBook(empty).assessment(asOf: now).verdict == .noGo)
    }

    /// Phases with a step each; a phase waits for the steps of the phases before it as well.
    private func judged(_ phases: [(status: Phase.Status, verdict: Verdict)]) throws -> Assessment {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var timeline: [Phase] = []
        var steps: [Step] = []
        for (index, phase) in phases.enumerated() {
            timeline.append(
                try Make.phase(
                    PhaseID("p\(index)"), starts: "2025-10-1\(index)", status: phase.status))
            steps.append(Make.step(StepID("s\(index)"), due: Due(phase: PhaseID("p\(index)"))))
        }
        var book = EntryBook(try Make.checklist(steps, phases: timeline))
        for (index, phase) in phases.enumerated() {
            switch phase.verdict {
            case .go: book.sign(StepID("s\(index)"), by: "nora", at: now)
            case .conditional: book.waive(StepID("s\(index)"), at: now, until: now.plus(hours: 1))
            case .noGo: break
            }
        }
        return book.assessment(asOf: now)
    }
}
