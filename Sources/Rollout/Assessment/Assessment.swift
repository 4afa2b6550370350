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
    /// Every answer to a roll call on record, in the order of the ledger.
    package let polls: [PollAssessment]
    /// Every approval of a text on record, in the order of the ledger.
    package let approvals: [PlanApprovalAssessment]
    /// Nil where no approval of the text is asked for.
    package let plan: PlanStanding?
    /// Evidence files that were shown more than once, in the order of the ledger.
    package let reuses: [EvidenceReuse]
    /// Every editorial change on record, in the order of the ledger.
    package let editorials: [EditorialAssessment]
    /// One for each site of the checklist, in its order.
    package let sites: [SiteAssessment]
    /// Why outcomes of checks do not count, by the numbers of their entries.
    package let outcomeObjections: [Int: CheckObjection]
    /// Every entry about the checklist's id that was on record, in the order of the ledger; those that a
    /// correction names have their true time.
    package let entries: [Entry]

    package init(
        checklist: Checklist, asOf: Instant, phases: [PhaseAssessment], steps: [StepAssessment],
        unattachedSignOffs: [SignOffAssessment] = [], waivers: [WaiverAssessment] = [],
        revocations: [RevocationAssessment] = [], decisions: [DecisionAssessment] = [],
        corrections: [CorrectionAssessment] = [], editorials: [EditorialAssessment] = [],
        polls: [PollAssessment] = [], approvals: [PlanApprovalAssessment] = [],
        plan: PlanStanding? = nil, reuses: [EvidenceReuse] = [], sites: [SiteAssessment] = [],
        outcomeObjections: [Int: CheckObjection] = [:], entries: [Entry] = []
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
        self.polls = polls
        self.approvals = approvals
        self.plan = plan
        self.reuses = reuses
        self.editorials = editorials
        self.sites = sites
        self.outcomeObjections = outcomeObjections
        self.entries = entries
    }

    /// The entries whose authors claim a time that is more than an hour from that of the ledger,
    /// which is the one that counts.
    package var farClaims: [Entry] {
        entries.filter { entry in
            abs(entry.statement.madeAt.milliseconds - entry.recordedAt.milliseconds) > 3_600_000
        }
    }

    package func step(_ id: StepID) -> StepAssessment? {
        checklist.place(of: id).map { steps[$0] }
    }

    package func phase(_ id: PhaseID) -> PhaseAssessment? { phases.first { $0.phase.id == id } }

    /// The answers to the roll call on a question that count now.
    package func rollCall(
        _ phase: PhaseID, _ question: Decision.Question
    ) -> [PollAssessment] {
        polls.filter { $0.counts && $0.poll.phase == phase && $0.poll.question == question }
    }

    /// The worst verdict of all phases, a completed one counting as it stood at its end; NO-GO
    /// where none has one.
    package var verdict: Verdict { phases.compactMap(\.headline).max() ?? .noGo }
}
