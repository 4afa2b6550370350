/// What the evidence says about one phase.
package struct PhaseAssessment: Hashable, Sendable {
    package let phase: Phase
    /// The moment at which the phase starts: the actual one where it is known, else the earliest.
    package let starts: Instant
    /// The start has come by the instant.
    package let hasStarted: Bool
    /// Before the start, whether it may start; after it, whether it may be closed, over the steps
    /// that are due by now.
    package let current: PhaseFinding
    /// Whether the phase may be closed, over all steps that are due up to its start or against it.
    package let closing: PhaseFinding
    /// The verdict at the start: the forecast before it, the one that stays after it.
    package let atStart: Verdict?
    /// Until when the current verdict holds if nothing more is recorded; nil where it holds on.
    package let holdsUntil: Instant?
    /// The places of the steps that are due against this phase, by due time.
    package let due: [Int]
    /// The owner's decision that stands; nil where there is none.
    package let decision: DecisionAssessment?

    package init(
        phase: Phase, starts: Instant, hasStarted: Bool, current: PhaseFinding,
        closing: PhaseFinding, atStart: Verdict?, holdsUntil: Instant?, due: [Int],
        decision: DecisionAssessment?
    ) {
        self.phase = phase
        self.starts = starts
        self.hasStarted = hasStarted
        self.current = current
        self.closing = closing
        self.atStart = atStart
        self.holdsUntil = holdsUntil
        self.due = due
        self.decision = decision
    }

    /// Nil where the phase is cancelled or does not apply.
    package var verdict: Verdict? { current.verdict }
}
