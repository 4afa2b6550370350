package import Rollout

/// Where each role stands before the start of a phase and after it.
package struct RollCall: Sendable {
    package struct Line: Sendable {
        package let role: RoleID
        /// The members, each after the deputies who stand in for them.
        package let people: [Actor]
        package let before: StatusCounts
        package let after: StatusCounts
        /// The answer to the roll call that counts; nil where there is none.
        package let answer: PollAssessment?
        /// Whether a go waits for the role's answer.
        package let isAsked: Bool
    }

    /// The roles that have a step or are asked, in the order of the checklist.
    package let lines: [Line]
    package let before: StatusCounts
    package let after: StatusCounts

    init(_ assessment: Assessment, _ phase: PhaseAssessment) {
        let steps = assessment.steps
        let checklist = assessment.checklist
        let beforeStart = phase.beforeStart
        before = StatusCounts(beforeStart.lazy.map { steps[$0] })
        after = StatusCounts(phase.afterStart.lazy.map { steps[$0] })
        let answers = assessment.rollCall(phase.phase.id, phase.hasStarted ? .close : .start)
        let early = Dictionary(grouping: beforeStart) { steps[$0].step.role }
        let late = Dictionary(grouping: phase.afterStart) { steps[$0].step.role }
        lines = checklist.roles.compactMap { role in
            let before = StatusCounts(early[role.id, default: []].lazy.map { steps[$0] })
            let after = StatusCounts(late[role.id, default: []].lazy.map { steps[$0] })
            let isAsked = checklist.decisions.poll.contains(role.id)
            guard before.applicable + after.applicable > 0 || isAsked else { return nil }
            return Line(
                role: role.id,
                people: checklist.actors(for: role.id, at: assessment.asOf), before: before,
                after: after,
                answer: answers.last { $0.role == role.id }, isAsked: isAsked)
        }
    }
}
