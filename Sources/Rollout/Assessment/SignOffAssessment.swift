/// A recorded sign-off, and whether it counts at the instant.
package struct SignOffAssessment: Hashable, Sendable {
    package let entry: Entry
    package let signOff: SignOff
    /// The step and the role that the statement names.
    package let step: StepID
    package let role: RoleID
    package let reason: SignOffReason
    /// The editorial changes, by entry, through which it counts for the wording of today.
    package let carriedBy: [Int]

    package init(
        entry: Entry, signOff: SignOff, step: StepID, role: RoleID, reason: SignOffReason,
        carriedBy: [Int] = []
    ) {
        self.entry = entry
        self.signOff = signOff
        self.step = step
        self.role = role
        self.reason = reason
        self.carriedBy = carriedBy
    }

    package var counts: Bool { reason.counts }
    package var principal: Principal { entry.statement.principal }
}
