/// Somebody answered the roll call before a decision, on behalf of a role.
package struct Poll: Hashable, Sendable {
    package let phase: PhaseID
    package let question: Decision.Question
    package let choice: Decision.Choice
    package let comment: String

    package init(
        phase: PhaseID, question: Decision.Question = .start, choice: Decision.Choice,
        comment: String
    ) {
        self.phase = phase
        self.question = question
        self.choice = choice
        self.comment = comment
    }
}
