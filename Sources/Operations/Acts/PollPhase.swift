package import Rollout

/// Answers the roll call before a decision, for a role.
package struct PollPhase: Sendable {
    private let phase: String
    private let choice: Decision.Choice
    private let question: Decision.Question
    private let role: String?
    private let comment: String

    /// - Parameters:
    ///   - phase: The id of the phase.
    ///   - choice: Go or no-go.
    ///   - question: Whether the phase may start, or may be closed.
    ///   - role: The role to answer for; nil takes the only one that fits.
    ///   - comment: Why.
    package init(
        _ phase: String, _ choice: Decision.Choice, on question: Decision.Question = .start,
        for role: String? = nil, comment: String
    ) {
        self.phase = phase
        self.choice = choice
        self.question = question
        self.role = role
        self.comment = comment
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let id = try act.phase(phase).phase.id
        try act.requireOpen(id)
        let asked = act.checklist.decisions.poll
        let role = try act.role(
            role, among: asked.isEmpty ? act.checklist.roles.map(\.id) : asked)
        let poll = Poll(phase: id, question: question, choice: choice, comment: comment)
        return try await act.record(act.statement(.poll(poll), for: role))
    }
}
