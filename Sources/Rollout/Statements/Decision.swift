/// The owner decided go or no-go for a phase.
package struct Decision: Hashable, Sendable {
    /// What the owner decided.
    package enum Choice: String, Hashable, Sendable, CaseIterable {
        case go
        case noGo = "no-go"
    }

    /// What of a phase was decided.
    package enum Question: String, Hashable, Sendable, CaseIterable {
        /// Whether it may start.
        case start
        /// Whether it may be closed.
        case close
    }

    package let phase: PhaseID
    /// A decision for one question never counts for the other.
    package let question: Question
    package let choice: Choice
    package let reason: String
    /// It could not wait for what the rules ask for, and owes a retrospective.
    package let isEmergency: Bool
    /// The verdict that was computed when the decision was made.
    package let verdict: Verdict
    /// The open conditions of that verdict, all of them.
    package let conditions: Int
    /// The first of these conditions as data, at most `mostReasons`.
    package let reasons: [RecordedReason]
    /// What of the ledger the decision was made on.
    package let ledger: LedgerExtent

    /// As many reasons as a decision carries; an entry has a limit.
    package static let mostReasons = 64

    package init(
        phase: PhaseID, question: Question = .start, choice: Choice, reason: String,
        isEmergency: Bool = false, verdict: Verdict, conditions: Int,
        reasons: [RecordedReason], ledger: LedgerExtent
    ) {
        self.phase = phase
        self.question = question
        self.choice = choice
        self.reason = reason
        self.isEmergency = isEmergency
        self.verdict = verdict
        self.conditions = conditions
        self.reasons = reasons
        self.ledger = ledger
    }
}
