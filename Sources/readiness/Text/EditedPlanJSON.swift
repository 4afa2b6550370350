import CanonicalJSON
import Operations
import Reporting
import Rollout

/// What an edited sheet does to its checklist, for programs.
enum EditedPlanJSON {
    static func json(_ outcome: EditPlan.Outcome, path: String) -> JSONValue {
        let claims = outcome.claims
        return [
            "path": .string(path),
            "state": .string(outcome.difference.isEmpty ? "unchanged" : "changed"),
            "difference": .string(outcome.difference),
            "proposals": .array(
                claims.proposals.map { proposal in
                    [
                        "step": .string(proposal.step.text), "status": .string(proposal.status),
                        "needsSignature": .boolean(proposal.isSigned),
                    ]
                }),
            "outdated": steps(claims.outdated), "otherMembers": steps(outcome.strangers),
            "unknown": .array(
                claims.unknown.map { claim in
                    ["step": .string(claim.step.text), "status": .string(claim.status)]
                }),
            "judged": .boolean(!claims.isUnjudged),
            "missing": .array(outcome.missing.map { .string($0) }),
            "mistakes": .array(outcome.mistakes.map(\.json)),
            "written": .boolean(outcome.isWritten),
        ]
    }

    private static func steps(_ ids: [StepID]) -> JSONValue { .array(ids.map { .string($0.text) }) }
}
