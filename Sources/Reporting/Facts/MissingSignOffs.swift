package import Rollout

/// Sign-offs that hold a step back, and who can give them.
package struct MissingSignOffs: Hashable, Sendable {
    /// The place of the step.
    package let step: Int
    package let role: RoleID
    package let have: Int
    package let wanted: Int
    /// The members of the role who can still sign.
    package let candidates: [Principal]

    /// Nil where the step is held back by something else.
    init?(_ assessment: StepAssessment, at place: Int) {
        guard
            case .signOffsMissing(let role, let have, let wanted, let candidates, _, _) =
                assessment.reason
        else { return nil }
        step = place
        self.role = role
        self.have = have
        self.wanted = wanted
        self.candidates = candidates
    }
}
