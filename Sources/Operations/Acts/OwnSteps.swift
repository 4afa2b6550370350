package import Rollout

/// The steps that wait for somebody: those of the roles that the person is a member of.
package enum OwnSteps {
    /// What is open, in order of the due time; refused for somebody who is in no role.
    package static func open(_ act: Act) throws(OperationFailure) -> [StepAssessment] {
        let own = act.checklist.roles.map(\.id).filter {
            act.checklist.isMember(act.actor.represented, of: $0)
        }
        guard !own.isEmpty else {
            throw .noRole(act.principal, act.checklist.roles.map(\.id), act.words)
        }
        return act.assessment.steps.filter { isOpen($0, for: Set(own), act) }
            .enumerated().sorted {
                ($0.element.dueBegins, $0.offset) < ($1.element.dueBegins, $1.offset)
            }
            .map(\.element)
    }

    private static func isOpen(
        _ step: StepAssessment, for own: Set<RoleID>, _ act: Act
    ) -> Bool {
        guard !step.status.isSettled, (try? act.requireOpen(step)) != nil else { return false }
        guard let rule = step.step.signOff else { return own.contains(step.step.role) }
        let asked = rule.roles.filter(own.contains)
        guard !asked.isEmpty else { return own.contains(step.step.role) }
        let approved = step.signOffs.filter {
            $0.reason == .approves && $0.principal == act.principal
        }
        return !asked.allSatisfy { role in approved.contains { $0.role == role } }
    }
}
