import Rollout
import Testing

/// A phase whose start its publisher will say later.
struct ToBeAnnouncedTests {
    private static func checklist() throws -> Checklist {
        let unknown = Phase(
            id: "dod", title: "DoD", starts: CalendarRange(CalendarPoint.toBeAnnounced))
        return try Make.checklist(
            [
                Make.step("before", due: Due(phase: "dod", amount: -7)),
                Make.step("after", due: Due(phase: "dod", amount: 3, unit: .workingDays)),
                Make.step("hours", due: Due(phase: "dod", amount: -3, unit: .hours)),
                Make.step("first", due: Due(phase: "start")),
            ], phases: [unknown, try Make.phase("start", starts: "2025-10-10")])
    }

    @Test("It stands last, and its verdict is over all steps")
    func verdict() throws {
        let book = EntryBook(try Self.checklist())
        let assessment = book.assessment(asOf: try Make.at("2300-01-01T00:00:00Z"))
        #expect(assessment.phases.map(\.phase.id) == ["start", "dod"])
        let phase = try #require(assessment.phases.last)
        #expect(!phase.hasStarted)
        #expect(phase.verdict == .noGo)
        #expect(phase.current.counted.count == 4)
        #expect(phase.afterStart.isEmpty)
        #expect(phase.atStart == nil)
        // The steps of what is not known do not count for what comes before it.
        #expect(assessment.phases.first?.current.counted.count == 1)
    }

    @Test("None of its steps is ever late")
    func late() throws {
        let book = EntryBook(try Self.checklist())
        let assessment = book.assessment(asOf: try Make.at("2300-01-01T00:00:00Z"))
        #expect(assessment.steps.map(\.isLate) == [false, false, false, true])
        #expect(assessment.steps[0].due == .toBeAnnounced)
    }
}
