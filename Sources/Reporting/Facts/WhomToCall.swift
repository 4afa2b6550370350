package import Rollout

/// Who can do something about a step that is open.
package struct WhomToCall: Hashable, Sendable {
    package let role: RoleID
    package let people: [Principal]

    /// Who can do something for each role that a step waits for.
    static func all(_ step: StepAssessment, in checklist: Checklist) -> [WhomToCall] {
        let first = WhomToCall(step, in: checklist)
        guard case .signOffsMissing = step.reason, let rule = step.step.signOff else {
            return [first]
        }
        let others = rule.roles.filter { $0 != first.role }.compactMap { role -> WhomToCall? in
            let approvals = step.signOffs.filter { $0.role == role && $0.reason == .approves }
            let signed = Set(approvals.map(\.entry.statement.actor.represented))
            guard signed.count < rule.count else { return nil }
            let members = checklist.role(role)?.members ?? []
            return WhomToCall(role: role, people: members.filter { !signed.contains($0) })
        }
        return [first] + others
    }

    init(role: RoleID, people: [Principal]) {
        self.role = role
        self.people = people
    }

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
