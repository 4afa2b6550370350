import Reporting
import Rollout
import Testing

/// The picture before a format draws it.
struct TimelineTests {
    @Test("ranges are ranges, dues stand at their day, and what does not apply is left out")
    func rows() throws {
        let report = try SampleReport().input()
        let timeline = Timeline(report.assessment)
        #expect(timeline.rows.map(\.phase.phase.id) == ["worldwide"])
        let bars = timeline.rows[0].bars
        #expect(bars.map(\.kind) == [.running, .endRange])
        #expect(bars.map(\.from.description) == ["2025-10-10 00:00", "2025-11-01 00:00"])
        #expect(bars.map(\.to.description) == ["2025-11-02 00:00", "2025-12-01 00:00"])
        #expect(timeline.asOf.description == "2025-09-29 08:00")
        #expect(timeline.due.map(\.at) == timeline.due.map(\.at).sorted())
        let late = timeline.due.filter(\.isLate)
        #expect(late.count == 1)
        let names = late[0].steps.map { timeline.steps[$0].step.id }
        #expect(names.contains("allow-endpoint"))
        let (from, to) = timeline.span
        #expect(timeline.due.allSatisfy { from < $0.at && $0.at < to })
    }

    @Test("a phase whose start is a range has that range, and what is late is red")
    func chart() throws {
        let lines = MermaidChart.lines(Timeline(try SampleReport().input().assessment))
        #expect(lines.contains("    section Phase Worldwide and GCC"))
        #expect(lines.contains { $0.hasPrefix("    may end within :p1x2, 2025-11-01") })
        #expect(lines.contains { $0.contains("allow-endpoint") && $0.contains(":crit, milestone") })
        let phase = Phase(
            id: "p", title: "P", starts: try Make.range("2025-11-01", "2025-11-30"))
        let finding = PhaseFinding(verdict: .go, reasons: [], counted: [])
        let asOf = try Make.instant("2025-10-01T00:00:00Z")
        let open = Timeline(
            Assessment(
                checklist: Make.checklist(timeline: [phase]), asOf: asOf,
                phases: [
                    PhaseAssessment(
                        phase: phase, starts: phase.start.begins(in: .utc), hasStarted: false,
                        current: finding, closing: finding, atStart: .go, holdsUntil: nil, due: [],
                        decision: nil)
                ], steps: []))
        #expect(
            MermaidChart.lines(open).last
                == "    GO – may start within :p1x1, 2025-11-01 00:00, 2025-12-01 00:00")
    }
}
