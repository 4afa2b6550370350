/// What the evidence says about one step.
package struct StepAssessment: Hashable, Sendable {
    package let step: Step
    package let status: StepStatus
    /// One sentence that says why.
    package let reason: String
    package let due: CalendarPoint
    /// When the due point begins, for the order of time.
    package let dueBegins: Instant
    /// When the due point has passed.
    package let dueLapses: Instant
    /// Due has passed, and the step is not ready, waived or not applicable.
    package let isLate: Bool
    /// One for each check of the step, in its order.
    package let checks: [CheckAssessment]
    /// Every sign-off on record for the step, in the order of the ledger.
    package let signOffs: [SignOffAssessment]

    package init(
        step: Step, status: StepStatus, reason: String, due: CalendarPoint, dueBegins: Instant,
        dueLapses: Instant, isLate: Bool, checks: [CheckAssessment], signOffs: [SignOffAssessment]
    ) {
        self.step = step
        self.status = status
        self.reason = reason
        self.due = due
        self.dueBegins = dueBegins
        self.dueLapses = dueLapses
        self.isLate = isLate
        self.checks = checks
        self.signOffs = signOffs
    }
}
