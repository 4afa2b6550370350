import Reporting
import Rollout
import Testing

/// One checklist judged for several targets, of which one has a step less.
enum TargetReports {
    static func inputs() throws -> [ReportInput] {
        try [
            ("contoso", "Contoso", Verdict.go, StepStatus.ready),
            ("fabrikam", "Fabrikam", .noGo, .failing),
            ("adatum", "Adatum Corporation of Northern Europe", .conditional, .waived),
            ("tailspin", "Tailspin", .noGo, .notApplicable), ("wingtip", "", .noGo, .pending),
        ].map { try input(Target(id: TargetID($0), title: $1), $2, $3) }
    }

    private static func input(
        _ target: Target, _ verdict: Verdict, _ status: StepStatus
    ) throws -> ReportInput {
        let asOf = try Make.instant("2025-10-12T06:00:00Z")
        let phase = Phase(
            id: "main", title: "Everybody", starts: try Make.range("2025-10-10"))
        var steps = try ["prepare", "inform"].map { id in
            try Make.assessment(
                Make.step(StepID(id), id, role: "r", due: Due(phase: "main")), status, .asksNothing,
                in: phase, zone: .utc, asOf: asOf)
        }
        if status == .waived { steps.removeFirst() }
        let finding = PhaseFinding(
            verdict: verdict, reasons: [.nothingApplies], counted: Array(steps.indices))
        let assessment = Assessment(
            checklist: Make.checklist(target: target, timeline: [phase], steps: steps.map(\.step)),
            asOf: asOf,
            phases: [
                PhaseAssessment(
                    phase: phase, starts: phase.start.begins(in: .utc), hasStarted: true,
                    current: finding, closing: finding, atStart: verdict, holdsUntil: nil,
                    due: Array(steps.indices), decision: nil)
            ], steps: steps)
        return Make.input(assessment)
    }
}
