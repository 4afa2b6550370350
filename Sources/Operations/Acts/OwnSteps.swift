package import Rollout

/// The steps that wait for somebody: those of the roles that the person acts for.
package enum OwnSteps {
    /// What is open, in order of the due time; refused for somebody who may act for no role.
    package static func open(_ act: Act) throws(OperationFailure) -> [StepAssessment] {
        let own = act.checklist.roles.map(\.id).filter {
            act.checklist.mayAct(act.actor, for: $0, at: act.now)
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
            $0.reason == .approves
                && $0.entry.statement.actor.represented == act.actor.represented
        }
        return !asked.allSatisfy { role in approved.contains { $0.role == role } }
    }
}
