import LedgerStorage
package import Rollout

/// Records the owner's go or no-go for a phase.
package struct DecidePhase: Sendable {
    private let phase: String
    private let choice: Decision.Choice
    private let question: Decision.Question
    private let reason: String
    private let isEmergency: Bool

    /// - Parameters:
    ///   - phase: The id of the phase.
    ///   - choice: Go or no-go.
    ///   - question: Whether the phase may start, or may be closed.
    ///   - reason: Why the owner decided so.
    ///   - isEmergency: Whether it cannot wait for the roll call; it then owes a retrospective.
    package init(
        _ phase: String, _ choice: Decision.Choice, on question: Decision.Question = .start,
        reason: String, isEmergency: Bool = false
    ) {
        self.phase = phase
        self.question = question
        self.choice = choice
        self.reason = reason
        self.isEmergency = isEmergency
    }

    /// A decision that was recorded.
    package struct Recorded: Sendable {
        package let entry: Entry
        /// What the evidence said.
        package let finding: PhaseFinding
    }

    package func callAsFunction(_ act: Act) async throws -> Recorded {
        let assessment = try act.phase(phase)
        let id = assessment.phase.id
        let role = act.checklist.owner
        if let objection = DecisionRule.objection(
            to: act.actor, for: role, in: act.checklist, at: act.now)
        {
            throw OperationFailure.decision(objection, act.words)
        }
        let finding = assessment.finding(on: question)
        guard let verdict = finding.verdict else {
            throw OperationFailure.pointless(.noVerdict(id))
        }
        try act.requireOpen(id)
        if let objection = DecisionRule.objection(
            to: choice, isEmergency: isEmergency,
            after: act.assessment.rollCall(id, question), in: act.checklist)
        {
            throw OperationFailure.decision(objection, act.words)
        }
        let decision = Decision(
            phase: id, question: question, choice: choice, reason: reason,
            isEmergency: isEmergency, verdict: verdict,
            conditions: finding.conditions,
            reasons: finding.reasons.prefix(Decision.mostReasons).map(\.recorded),
            ledger: act.judged.state.extent)
        let entry = try await act.record(act.statement(.decision(decision), for: role))
        return Recorded(entry: entry, finding: finding)
    }
}
