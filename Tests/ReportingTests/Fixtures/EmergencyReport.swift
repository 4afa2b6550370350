import Reporting
import Rollout
import Testing

/// A rollout that the owner let through in an emergency; nobody has looked back on it.
enum EmergencyReport {
    static func input(isForecast: Bool = false) throws -> ReportInput {
        let phase = Phase(id: "p", title: "Everybody", starts: try Make.range("2025-10-10"))
        let step = Make.step(
            "s", "A step", role: "desk", due: Due(phase: "p"),
            signOff: SignOffRule(roles: ["desk"]))
        let checklist = Make.checklist(
            timeline: [phase],
            roles: [
                Role(
                    id: "change-manager", title: "Change Managers",
                    members: ["cleo@example.com", "carl@example.com"]),
                Role(id: "desk", title: "Service Desk", members: ["sam@example.com"]),
            ], steps: [step])
        let decision = Decision(
            phase: "p", choice: .go, reason: "It burns.", isEmergency: true, verdict: .noGo,
            conditions: 1, reasons: [], ledger: .empty)
        let entry = try Make.entry(
            1, at: "2025-10-01T06:00:00Z", by: "cleo@example.com", role: "change-manager",
            .decision(decision))
        return ReportInput(
            assessment: checklist.assessment(
                of: [entry], asOf: try Make.instant("2025-10-02T06:00:00Z")),
            tool: .init(name: "readiness", version: "0.5.0"),
            ledger: LedgerExtent(size: 1, root: Make.digest("root")), isForecast: isForecast,
            command: ["readiness", "report", "checklists/sample.yaml"])
    }
}
