package import Rollout

/// The open steps of one rollout: who must do what, and when the next of them is due.
///
/// A part of its facts, so that what is said of many rollouts is put together from small values.
package struct OpenSteps: Sendable {
    /// Something that somebody must do.
    ///
    /// One reference, because tasks of many rollouts are sorted and gathered in several ways.
    package final class Task: Sendable {
        /// The place of the step.
        package let step: Int
        /// When the due point of the step has passed.
        package let due: Instant
        package let isLate: Bool
        package let call: WhomToCall
        /// The title of the role that is called.
        package let role: String

        fileprivate init(step: Int, of assessed: StepAssessment, _ call: WhomToCall, role: String) {
            self.step = step
            due = assessed.dueLapses
            isLate = assessed.isLate
            self.call = call
            self.role = role
        }
    }

    /// In the order of the checklist.
    package let tasks: [Task]
    /// How many are blocking before the phase that is ahead or under way may go on.
    package let blocking: Int
    /// Nil where none is open, or none has a date.
    package let nextDue: Instant?

    /// `focus` is the phase that is ahead or under way.
    init(_ assessment: Assessment, before focus: PhaseAssessment?, _ context: WordingContext) {
        let steps = assessment.steps
        let open = steps.indices.filter { !steps[$0].status.isSettled }
        tasks = open.flatMap { place in
            let step = steps[place]
            return WhomToCall.all(
                step, in: assessment.checklist, at: assessment.asOf
            ).map { call in
                Task(step: place, of: step, call, role: context.role(call.role))
            }
        }
        let counted = Set(focus?.current.counted ?? [])
        blocking = open.count { counted.contains($0) && steps[$0].step.level == .blocking }
        nextDue = open.filter { steps[$0].due != .toBeAnnounced }.map { steps[$0].dueLapses }.min()
    }
}
