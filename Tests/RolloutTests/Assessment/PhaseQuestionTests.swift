import Rollout
import Testing

/// The two questions of a phase: may it start, and may it be closed.
struct PhaseQuestionTests {
    private func assessment(
        _ steps: [Step], phases: [Phase]? = nil, at text: String,
        _ history: (inout EntryBook, Instant) -> Void = { _, _ in }
    ) throws -> Assessment {
        let now = try Make.at(text)
        var book = EntryBook(try Make.checklist(steps, phases: phases))
        history(&book, now)
        return book.assessment(asOf: now)
    }

    private static let before = "2025-10-05T12:00:00Z"

    @Test(
        "A blocking step that is due after the last start holds closing back, and once due the phase"
    )
    func afterTheLastStart() throws {
        let steps = [
            Make.step("base"), Make.step("after", due: Due(phase: "start", amount: 3)),
        ]
        let early = try assessment(steps, at: Self.before) { $0.sign("base", by: "nora", at: $1) }
        let phase = try #require(early.phases.first)
        #expect(phase.verdict == .go)
        #expect(phase.current.counted == [0])
        #expect(phase.closing.verdict == .noGo)
        #expect(phase.closing.counted == [0, 1])
        #expect(phase.holdsUntil == (try Make.at("2025-10-13T22:00:00Z")))
        #expect(phase.atStart == .go)

        let started = try assessment(steps, at: "2025-10-13T21:59:59.999Z") {
            $0.sign("base", by: "nora", at: $1.plus(hours: -99))
        }
        #expect(started.phases.first?.hasStarted == true)
        #expect(started.phases.first?.verdict == .go)
        let due = try assessment(steps, at: "2025-10-13T22:00:00Z") {
            $0.sign("base", by: "nora", at: $1.plus(hours: -99))
        }
        #expect(due.phases.first?.verdict == .noGo)
        #expect(due.phases.first?.current == due.phases.first?.closing)
        #expect(due.phases.first?.atStart == .go)
        #expect(due.verdict == .noGo)
    }

    @Test(
        "What counts to close is what is due against the phase, not what comes later against another"
    )
    func ownSteps() throws {
        let phases = [
            try Make.phase("pilot", starts: "2025-10-10", ends: "2025-10-20"),
            try Make.phase("wide", starts: "2025-10-15"),
        ]
        let steps = [
            Make.step("pilot", due: Due(phase: "pilot", edge: .end)),
            Make.step("wide", due: Due(phase: "wide", amount: -1)),
            Make.step("late", due: Due(phase: "wide", amount: 9)),
        ]
        let found = try assessment(steps, phases: phases, at: Self.before)
        #expect(found.phase("pilot")?.current.counted == [])
        #expect(found.phase("pilot")?.closing.counted == [0])
        #expect(found.phase("wide")?.current.counted == [1])
        #expect(found.phase("wide")?.closing.counted == [1, 2])
        #expect(found.phase("pilot")?.current.reasons == [.nothingApplies])
    }

    @Test(
        "Every blocking step counts for closing some phase that is not cancelled, whenever it is due"
    )
    func countedSomewhere() throws {
        for amount in [-40, -1, 0, 1, 40] {
            for edge in [Due.Edge.start, .end] {
                let phases = [
                    try Make.phase("p", starts: "2025-10-10", ends: "2025-10-12"),
                    try Make.phase("q", starts: "2025-10-11"),
                ]
                let steps = [Make.step("step", due: Due(phase: "p", edge: edge, amount: amount))]
                let found = try assessment(steps, phases: phases, at: Self.before)
                #expect(found.phase("p")?.closing.counted == [0])
                #expect(found.phase("p")?.closing.verdict == .noGo)
            }
        }
    }

    @Test(
        "A phase that is cancelled or does not apply has no verdict, no end of one, and none at start"
    )
    func none() throws {
        let phases = [
            try Make.phase("gone", starts: "2025-10-10", status: .cancelled),
            try Make.phase("off", starts: "2025-10-10", applicability: Make.off),
        ]
        let steps = [
            Make.step("a", due: Due(phase: "gone")), Make.step("b", due: Due(phase: "off")),
        ]
        for phase in try assessment(steps, phases: phases, at: Self.before).phases {
            #expect(phase.verdict == nil)
            #expect(phase.closing.verdict == nil)
            #expect(phase.atStart == nil)
            #expect(phase.holdsUntil == nil)
            #expect(phase.current.conditions == 0)
            #expect(phase.current.reasons.count == 1)
        }
    }

    @Test(
        "A step that rests on a waiver is a condition of the phase, with the waiver as its reason")
    func tainted() throws {
        let steps = [
            Make.step("first", due: Due(phase: "start", amount: 9)),
            Make.step("second", needs: ["first"]), Make.step("third", needs: ["second"]),
        ]
        let found = try assessment(steps, at: Self.before) { book, now in
            book.waive("first", at: now, until: now.plus(hours: 1))
            book.sign("second", by: "nora", at: now)
            book.sign("third", by: "nora", at: now)
        }
        let phase = try #require(found.phases.first)
        #expect(phase.verdict == .conditional)
        #expect(phase.current.reasons.map(\.code) == ["rests-on-waivers", "rests-on-waivers"])
        #expect(found.steps.map(\.restsOn) == [[1], [1], [1]])
        #expect(found.steps.map(\.isTainted) == [false, true, true])
        #expect(phase.holdsUntil == found.asOf.plus(hours: 1))
    }

    @Test("The actual start moves the dues, the start and the verdict at start")
    func actualStart() throws {
        let phase = try Make.phase(
            "start", starts: "2025-10-10", latest: "2025-11-30", status: .started,
            started: "2025-11-12")
        let steps = [Make.step("step", due: Due(phase: "start", amount: -1))]
        let found = try assessment(steps, phases: [phase], at: "2025-11-20T12:00:00Z") {
            $0.sign("step", by: "nora", at: $1.plus(hours: -24 * 12))
        }
        #expect(found.phases.first?.starts == (try Make.at("2025-11-11T23:00:00Z")))
        #expect(found.phases.first?.atStart == .go)
        #expect(found.steps.first?.due == (try Make.point("2025-11-11")))
    }
}
