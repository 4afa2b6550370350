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
