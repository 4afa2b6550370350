import CanonicalJSON
import Rollout
import Testing

/// The step of the hostile report.
struct HostileSteps {
    let text: String
    let phase: Phase
    let asOf: Instant

    private var id: StepID { StepID(text) }
    private var role: RoleID { RoleID(text) }
    private var principal: Principal { Principal(text) }

    func assessment() throws -> StepAssessment {
        let check = CheckDefinition(
            kind: text, subject: text, cautions: [.certificateNotVerified])
        let step = Make.step(
            id, text, role: role, due: Due(phase: phase.id), text: text, addresses: [text],
            needs: [id],
            applicability: .doesNotApply([HostileReport.mismatch(text)]), checks: [check],
            signOff: SignOffRule(roles: [role], notBy: [id]))
        let rejected = StepReason.rejected(by: principal, role: role, note: text, entry: 2)
        return try Make.assessment(
            step, .failing,
            .checkUnmet(
                CheckName(check, position: 0), finding: Finding(text, actual: text, met: false),
                more: 2, entry: 1), in: phase, zone: .utc, asOf: asOf,
            withoutWaiver: StepFinding(.failing, rejected),
            checks: [
                CheckAssessment(
                    definition: check, freshness: .current, entry: try entry(), report: try report()
                )
            ],
            signOffs: [
                SignOffAssessment(
                    entry: try signOffEntry(), signOff: signOff, step: id, role: role,
                    reason: .notAMember(principal, role))
            ])
    }

    func entry() throws -> Entry {
        try Make.entry(
            1, at: "2025-09-28T00:00:00Z", by: principal, step: id, site: text,
            .check(try report()))
    }

    private func report() throws -> CheckReport {
        CheckReport(
            position: 0, kind: text, outcome: .unmet, obstacle: nil,
            findings: [
                Finding(text, actual: text, met: false), Finding(text, actual: text, .warned),
            ], observedAt: asOf, facts: .inline(JSONText(.object([text: .string(text)]))),
            tool: text, host: text)
    }

    private var signOff: SignOff {
        SignOff(
            choice: .approve, note: text,
            evidence: [
                EvidenceFile(
                    name: text, file: FileReference(size: 1, digest: Make.digest("e")))
            ])
    }

    private func signOffEntry() throws -> Entry {
        try Make.entry(
            2, at: "2025-09-28T00:00:00Z", by: principal, step: id, role: role, .signOff(signOff))
    }
}
