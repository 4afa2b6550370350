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
    /// The closing verdict at the end of a phase that is completed, which stays; nil for others.
    package let atEnd: Verdict?
    /// Until when the current verdict holds if nothing more is recorded; nil where it holds on.
    package let holdsUntil: Instant?
    /// The places of the steps of the closing finding that are due after the start, in the order of
    /// the checklist.
    package let afterStart: [Int]
    /// The places of the steps that are due against this phase, by due time.
    package let due: [Int]
    /// The owner's decision on the start that stands; nil where there is none.
    package let decision: DecisionAssessment?
    /// The owner's decision on the closing that stands; nil where there is none.
    package let closingDecision: DecisionAssessment?

    package init(
        phase: Phase, starts: Instant, hasStarted: Bool, current: PhaseFinding,
        closing: PhaseFinding, atStart: Verdict?, atEnd: Verdict? = nil, holdsUntil: Instant?,
        afterStart: [Int] = [], due: [Int], decision: DecisionAssessment?,
        closingDecision: DecisionAssessment? = nil
    ) {
        self.phase = phase
        self.starts = starts
        self.hasStarted = hasStarted
        self.current = current
        self.closing = closing
        self.atStart = atStart
        self.atEnd = atEnd
        self.holdsUntil = holdsUntil
        self.afterStart = afterStart
        self.due = due
        self.decision = decision
        self.closingDecision = closingDecision
    }

    /// The places of the steps that are due up to the start, in the order of the checklist.
    package var beforeStart: [Int] {
        let after = Set(afterStart)
        return closing.counted.filter { !after.contains($0) }
    }

    /// Nil where the phase is cancelled or does not apply.
    package var verdict: Verdict? { current.verdict }

    /// What the phase adds to the verdict of the whole checklist: once it is completed, the verdict
    /// at its end; nil where it has none.
    package var headline: Verdict? { phase.status == .completed ? atEnd : verdict }

    /// What the evidence says on a question.
    package func finding(on question: Decision.Question) -> PhaseFinding {
        switch question {
        case .start: return current
        case .close: return closing
        }
    }

    /// The owner's decision on a question that stands; nil where there is none.
    package func decision(on question: Decision.Question) -> DecisionAssessment? {
        switch question {
        case .start: return decision
        case .close: return closingDecision
        }
    }
}
