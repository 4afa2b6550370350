/// A recorded waiver, and whether it covers the instant.
package struct WaiverAssessment: Hashable, Sendable {
    package let entry: Entry
    package let waiver: Waiver
    /// The step and the role that the statement names.
    package let step: StepID
    package let role: RoleID
    package let reason: WaiverReason
    /// The editorial changes, by entry, through which it counts for the wording of today.
    package let carriedBy: [Int]

    package init(
        entry: Entry, waiver: Waiver, step: StepID, role: RoleID, reason: WaiverReason,
        carriedBy: [Int] = []
    ) {
        self.entry = entry
        self.waiver = waiver
        self.step = step
        self.role = role
        self.reason = reason
        self.carriedBy = carriedBy
    }

    package var covers: Bool { reason.covers }
    package var principal: Principal { entry.statement.principal }
}
