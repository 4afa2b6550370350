/// What the evidence says about a checklist at one instant.
package struct Assessment: Hashable, Sendable {
    package let checklist: Checklist
    package let asOf: Instant
    /// In order of time, then of the checklist.
    package let phases: [PhaseAssessment]
    /// In the order of the checklist.
    package let steps: [StepAssessment]
    /// Every waiver on record at the instant, in the order of the ledger.
    package let waivers: [WaiverAssessment]
    /// The records about this checklist that were on record at the instant, in the order of the ledger.
    package let records: [Record]

    package init(
        checklist: Checklist, asOf: Instant, phases: [PhaseAssessment], steps: [StepAssessment],
        waivers: [WaiverAssessment], records: [Record]
    ) {
        self.checklist = checklist
        self.asOf = asOf
        self.phases = phases
        self.steps = steps
        self.waivers = waivers
        self.records = records
    }

    package func step(_ id: String) -> StepAssessment? { steps.first { $0.step.id == id } }

    package func phase(_ id: String) -> PhaseAssessment? { phases.first { $0.phase.id == id } }

    /// Everybody whose sign-off of a step, for whatever wording, was not taken back.
    package func signers(of step: String) -> [String] {
        Evidence(records, about: checklist, asOf: asOf).signers(of: step)
    }

    /// The worst verdict of the phases that are still ahead or under way; of all phases where none is; NO-GO where none has one.
    package var verdict: Verdict {
        let open = phases.filter { $0.phase.status != .completed }.compactMap(\.verdict)
        return open.max() ?? phases.compactMap(\.verdict).max() ?? .noGo
    }
}

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

/// What is known about one check of a step.
package struct CheckAssessment: Hashable, Sendable {
    package enum Standing: String, Hashable, Sendable {
        /// Never carried out.
        case missing
        /// Carried out for the current wording, and recent enough.
        case current
        /// Carried out for the current wording, too long ago.
        case tooOld = "too old"
        /// Carried out for an older wording only.
        case olderWording = "older wording"
    }

    package let definition: CheckDefinition
    package let standing: Standing
    /// The record that counts: the newest for the current wording, else the newest; nil where there is none.
    package let record: Record?
    /// What that record found.
    package let result: CheckResult?

    package init(
        definition: CheckDefinition, standing: Standing, record: Record?, result: CheckResult?
    ) {
        self.definition = definition
        self.standing = standing
        self.record = record
        self.result = result
    }
}

/// A recorded sign-off, and whether it counts at the instant.
package struct SignOffAssessment: Hashable, Sendable {
    package let record: Record
    package let signOff: SignOff
    package let counts: Bool
    /// Why it counts, or why not.
    package let why: String
    /// It would count, had not time passed or the wording changed.
    package let isStale: Bool

    package init(
        record: Record, signOff: SignOff, counts: Bool, why: String, isStale: Bool = false
    ) {
        self.record = record
        self.signOff = signOff
        self.counts = counts
        self.why = why
        self.isStale = isStale
    }
}

/// A recorded waiver, and whether it covers the instant.
package struct WaiverAssessment: Hashable, Sendable {
    package let record: Record
    package let waiver: Waiver
    package let covers: Bool
    /// Why it covers, or why not.
    package let why: String

    package init(record: Record, waiver: Waiver, covers: Bool, why: String) {
        self.record = record
        self.waiver = waiver
        self.covers = covers
        self.why = why
    }
}

/// What the evidence says about one phase.
package struct PhaseAssessment: Hashable, Sendable {
    package let phase: Phase
    /// The first moment at which the phase may start.
    package let starts: Instant
    /// Nil where the phase is cancelled or does not apply.
    package let verdict: Verdict?
    /// What holds the phase back, or why it has no verdict; one sentence each.
    package let reasons: [String]
    /// The steps that the verdict is over.
    package let counted: [String]
    /// The steps that are due against this phase, by due time.
    package let due: [String]
    /// The owner's newest decision; nil where there is none.
    package let decision: DecisionAssessment?

    package init(
        phase: Phase, starts: Instant, verdict: Verdict?, reasons: [String], counted: [String],
        due: [String], decision: DecisionAssessment?
    ) {
        self.phase = phase
        self.starts = starts
        self.verdict = verdict
        self.reasons = reasons
        self.counted = counted
        self.due = due
        self.decision = decision
    }
}

/// The owner's recorded decision beside the computed verdict.
package struct DecisionAssessment: Hashable, Sendable {
    package let record: Record
    package let decision: Decision
    /// The decision goes where the evidence at the instant does not, or the other way round.
    package let differs: Bool
    /// Why it differs, or that it agrees.
    package let why: String

    package init(record: Record, decision: Decision, differs: Bool, why: String) {
        self.record = record
        self.decision = decision
        self.differs = differs
        self.why = why
    }
}
