import Reporting
import Rollout
import Testing

/// A phase that is cancelled has no verdict, and its steps are told all the same.
struct CancelledPhaseTests {
    private static func report() throws -> ReportInput {
        let gone = Phase(
            id: "gone", title: "Gone", starts: try Make.range("2025-10-10"), status: .cancelled)
        let step = Make.step(
            "old", "An old step", role: "desk", due: Due(phase: "gone"),
            signOff: SignOffRule(roles: ["desk"]))
        let checklist = Make.checklist(
            owner: "desk", timeline: [gone],
            roles: [Role(id: "desk", title: "Service Desk", members: ["sam@example.com"])],
            steps: [step])
        let asOf = try Make.instant("2025-10-02T06:00:00Z")
        return Make.input(checklist.assessment(of: [], asOf: asOf))
    }

    @Test("Its steps stand in a section of their own")
    func steps() throws {
        let text = MarkdownFormat().text(try Self.report())
        let section = try #require(text.split(separator: "## Steps: Gone (cancelled)\n").last)
        #expect(section.prefix(400).contains("An old step"), "\(text)")
        #expect(text.contains("## Steps: Gone (cancelled)\n"), "\(text)")
    }

    @Test("A failed verdict says why, also where no phase has one")
    func reason() throws {
        let text = JUnitFormat().text(try Self.report())
        #expect(
            text.contains("message=\"NO-GO: No phase has a verdict, so nothing shows readiness.\""),
            "\(text)")
    }
}
