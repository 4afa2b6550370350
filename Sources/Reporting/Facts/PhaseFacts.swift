package import Rollout

/// The steps of a phase, sorted once for every format; steps are given by their places.
package struct PhaseFacts: Sendable {
    /// Over the steps that the verdict of the instant is over.
    package let counts: StatusCounts
    /// Those of the closing table that are due up to the start.
    package let beforeStart: [Int]
    /// Those of the closing table that are due after the start.
    package let afterStart: [Int]
    /// The steps to list below the phase, by due time; none is listed below two phases.
    package let listed: [Int]
    /// The same by role: the roles of the checklist in its order, then any other.
    package let byRole: [RoleGroup]

    /// The steps of one role.
    package struct RoleGroup: Sendable {
        package let role: RoleID
        package let steps: [Int]
        package let counts: StatusCounts
    }

    init(_ phase: PhaseAssessment, listed: [Int], byRole: [RoleGroup], steps: [StepAssessment]) {
        counts = StatusCounts(phase.current.counted.lazy.map { steps[$0] })
        beforeStart = phase.beforeStart
        afterStart = phase.afterStart
        self.listed = listed
        self.byRole = byRole
    }
}
