/// What the evidence says about a checklist at one instant.
package struct Assessment: Hashable, Sendable {
    package let checklist: Checklist
    package let asOf: Instant
    /// In order of time, then of the checklist.
    package let phases: [PhaseAssessment]
    /// In the order of the checklist.
    package let steps: [StepAssessment]
    /// The sign-offs on record that no step has, in the order of the ledger: those of removed steps
    /// and of other rollouts.
    package let unattachedSignOffs: [SignOffAssessment]
    /// Every sign-off on record, in the order of the ledger, those that no step has included.
    package let signOffs: [SignOffAssessment]
    /// Every waiver on record, in the order of the ledger.
    package let waivers: [WaiverAssessment]
    /// Every revocation on record, in the order of the ledger.
    package let revocations: [RevocationAssessment]
    /// Every decision on record, in the order of the ledger.
    package let decisions: [DecisionAssessment]
    /// Every correction of a time on record, in the order of the ledger.
    package let corrections: [CorrectionAssessment]
    /// Every editorial change on record, in the order of the ledger.
    package let editorials: [EditorialAssessment]
    /// Every entry about the checklist's id that was on record, in the order of the ledger; those that a
    /// correction names have their true time.
    package let entries: [Entry]

    package init(
        checklist: Checklist, asOf: Instant, phases: [PhaseAssessment], steps: [StepAssessment],
        unattachedSignOffs: [SignOffAssessment] = [], waivers: [WaiverAssessment] = [],
        revocations: [RevocationAssessment] = [], decisions: [DecisionAssessment] = [],
        corrections: [CorrectionAssessment] = [], editorials: [EditorialAssessment] = [],
        entries: [Entry] = []
    ) {
        self.checklist = checklist
        self.asOf = asOf
        self.phases = phases
        self.steps = steps
        self.unattachedSignOffs = unattachedSignOffs
        signOffs = (steps.flatMap(\.signOffs) + unattachedSignOffs)
            .sorted { $0.entry.sequence < $1.entry.sequence }
        self.waivers = waivers
        self.revocations = revocations
        self.decisions = decisions
        self.corrections = corrections
        self.editorials = editorials
        self.entries = entries
    }

    package func step(_ id: StepID) -> StepAssessment? {
        checklist.place(of: id).map { steps[$0] }
    }

    package func phase(_ id: PhaseID) -> PhaseAssessment? { phases.first { $0.phase.id == id } }

    /// The worst verdict of all phases, a completed one counting as it stood at its end; NO-GO
    /// where none has one.
    package var verdict: Verdict { phases.compactMap(\.headline).max() ?? .noGo }
}
