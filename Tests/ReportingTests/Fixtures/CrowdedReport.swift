import Reporting
import Rollout
import Testing

/// Twenty steps of six roles in states that a seed chooses.
struct CrowdedReport {
    private let seed: Int
    private let phase: Phase
    private let asOf: Instant

    private static let roles = ["a", "b", "c", "d", "e", "f"].map { id in
        Role(
            id: RoleID(id), title: id.uppercased(),
            members: [Principal(id == "a" ? "anna@example.com" : "\(id)1@example.com")])
    }

    init(seed: Int) throws {
        self.seed = seed
        phase = Phase(id: "p", title: "Everybody", starts: try Make.range("2025-10-10"))
        asOf = try Make.instant("2025-10-05T06:00:00Z")
    }

    func input(_ selection: ReportSelection = .everything) throws -> ReportInput {
        let steps = try (0..<20).map { try step($0) }
        return try input(steps, selection)
    }

    /// A check that fails, one that fails because of it, one that is blocked by that, and another.
    static func chain() throws -> ReportInput {
        let report = try CrowdedReport(seed: 0)
        func failing(_ number: Int, _ words: String, _ needs: [StepID]) throws -> StepAssessment {
            try report.assessed(
                number, needs, .failing,
                .checkUnmet(
                    CheckName(CheckDefinition(kind: "tcp", subject: "a:1"), position: 0),
                    finding: Finding("a connection", actual: words, met: false), more: 0, entry: 1))
        }
        return try report.input(
            [
                failing(0, "refused", []), failing(1, "nothing", ["s0"]),
                report.assessed(2, ["s1"], .blocked, .needs("s1", status: .failing, more: 0)),
            ], .everything)
    }

    private func input(
        _ steps: [StepAssessment], _ selection: ReportSelection
    ) throws -> ReportInput {
        let open = steps.filter { $0.status != .ready && $0.status != .notApplicable }
        let finding = PhaseFinding(
            verdict: open.isEmpty ? .go : .noGo,
            reasons: open.map {
                .step($0.step.id, level: $0.step.level, status: $0.status, reason: $0.reason)
            }, counted: Array(steps.indices))
        let assessment = Assessment(
            checklist: Make.checklist(
                "crowd", "Everybody moves", owner: "a", timeline: [phase], roles: Self.roles,
                steps: steps.map(\.step)),
            asOf: asOf,
            phases: [
                PhaseAssessment(
                    phase: phase, starts: phase.start.begins(in: .utc), hasStarted: false,
                    current: finding, closing: finding, atStart: finding.verdict, holdsUntil: nil,
                    due: Array(steps.indices), decision: nil)
            ], steps: steps)
        return ReportInput(
            assessment: assessment, tool: .init(name: "readiness", version: "0.5.0"),
            ledger: .empty, command: ["readiness", "report", "c.yaml"], selection: selection)
    }

    private func step(_ number: Int) throws -> StepAssessment {
        let kind = (number * 7 + seed * 3 + number * seed) % 6
        switch seed % 4 == 0 ? 1 : kind {
        case 0: return try assessed(number, [], .ready, .ready)
        case 1, 2:
            let role = Self.roles[number % 6]
            return try assessed(
                number, [], .pending,
                .signOffsMissing(
                    role: role.id, have: 0, wanted: 1, candidates: role.members, elsewhere: nil))
        case 3:
            return try assessed(
                number, number > 0 ? [StepID("s\(number - 1)")] : [], .blocked,
                .needs(StepID("s\(max(0, number - 1))"), status: .pending, more: 0))
        case 4: return try assessed(number, [], .notApplicable, .notApplicable([], phase: nil))
        default:
            return try assessed(
                number, [], .failing,
                .rejected(
                    by: "d1@example.com", role: "d", note: "No, for reason \(number)", entry: number
                ))
        }
    }

    private func assessed(
        _ number: Int, _ needs: [StepID], _ status: StepStatus, _ reason: StepReason
    ) throws -> StepAssessment {
        try Make.assessment(
            Make.step(
                StepID("s\(number)"), "Step number \(number)", role: Self.roles[number % 6].id,
                due: Due(phase: "p", amount: -(number % 9), unit: .days), text: "Do it.",
                needs: needs),
            status, reason, in: phase, zone: .utc, asOf: asOf)
    }
}
