package import Rollout

/// Who can do something about a step that is open.
package struct WhomToCall: Hashable, Sendable {
    package let role: RoleID
    package let people: [Principal]

    init(_ step: StepAssessment, in checklist: Checklist) {
        switch step.reason {
        case .signOffsMissing(let role, _, _, let candidates, _, _):
            self.role = role
            people = candidates
        case .requestMissing(let role, let candidates):
            self.role = role
            people = candidates
        case .signOffStale(_, _, let by, let role, _):
            // Whoever signed before knows it best.
            let all = checklist.role(role)?.members ?? []
            self.role = role
            people = all.contains(by) ? [by] + all.filter { $0 != by } : all
        default:
            role = step.step.role
            people = checklist.role(step.step.role)?.members ?? []
        }
    }
}
