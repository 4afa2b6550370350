/// What the evidence says about one step.
///
/// A class, because it is large and handed from list to list; nothing changes it once it is made.
package final class StepAssessment: Sendable {
    package let step: Step
    package let status: StepStatus
    package let reason: StepReason
    /// What a waived step would be without its waiver; nil for one that is not waived.
    package let withoutWaiver: StepFinding?
    /// The waivers that it rests on, by entry: its own where it is waived, else those of the steps
    /// that it needs.
    package let restsOn: [Int]
    package let due: CalendarPoint
    /// When the due point begins, for the order of time.
    package let dueBegins: Instant
    /// When the due point has passed.
    package let dueLapses: Instant
    package let punctuality: Punctuality
    /// Until when its own evidence counts if nothing more is recorded; nil where it is not all
    /// there, or counts without end.
    package let countsUntil: Instant?
    /// One for each check of the step, in its order.
    package let checks: [CheckAssessment]
    /// Every sign-off on record for the step, in the order of the ledger.
    package let signOffs: [SignOffAssessment]
    /// The roles whose sign-offs an open step lacks, whatever else it lacks, in the order of its rule.
    ///
    /// Empty where the change has to be asked for first.
    package let lacking: [LackingRole]

    package init(
        step: Step, status: StepStatus, reason: StepReason, withoutWaiver: StepFinding? = nil,
        restsOn: [Int] = [], due: CalendarPoint, dueBegins: Instant, dueLapses: Instant,
        punctuality: Punctuality = .open, countsUntil: Instant? = nil,
        checks: [CheckAssessment] = [], signOffs: [SignOffAssessment] = [],
        lacking: [LackingRole] = []
    ) {
        self.step = step
        self.status = status
        self.reason = reason
        self.withoutWaiver = withoutWaiver
        self.restsOn = restsOn
        self.due = due
        self.dueBegins = dueBegins
        self.dueLapses = dueLapses
        self.punctuality = punctuality
        self.countsUntil = countsUntil
        self.checks = checks
        self.signOffs = signOffs
        self.lacking = lacking
    }

    /// Ready only because a step that it needs is waived.
    package var isTainted: Bool { status == .ready && !restsOn.isEmpty }

    package var isLate: Bool { punctuality == .late }
}

extension StepAssessment: Hashable {
    package static func == (left: StepAssessment, right: StepAssessment) -> Bool {
        left === right
            || (left.step, left.status, left.reason, left.withoutWaiver)
                == (right.step, right.status, right.reason, right.withoutWaiver)
                && (left.restsOn, left.due, left.dueBegins, left.dueLapses)
                    == (right.restsOn, right.due, right.dueBegins, right.dueLapses)
                && (left.punctuality, left.countsUntil, left.checks, left.signOffs)
                    == (right.punctuality, right.countsUntil, right.checks, right.signOffs)
                && left.lacking == right.lacking
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(step)
        hasher.combine(reason)
    }
}
