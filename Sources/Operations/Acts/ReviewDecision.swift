package import Rollout

/// Looks back on an emergency decision, as it owes.
package struct ReviewDecision: Sendable {
    private let phase: String
    private let sequence: Int
    private let role: String?
    private let note: String

    /// - Parameters:
    ///   - phase: The id of the phase that was decided on.
    ///   - sequence: The number of the decision's entry.
    ///   - role: The role to review for; nil takes the only one that fits.
    ///   - note: What was found.
    package init(_ phase: String, _ sequence: Int, for role: String? = nil, note: String) {
        self.phase = phase
        self.sequence = sequence
        self.role = role
        self.note = note
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let id = try act.phase(phase).phase.id
        guard
            let decision = act.assessment.decisions.first(where: {
                $0.entry.sequence == sequence && $0.decision.phase == id
            })
        else { throw OperationFailure.retrospective(.noEmergency, act.words) }
        let role = try act.role(role, among: act.checklist.reviewingRoles)
        let statement = act.statement(
            .retrospective(Retrospective(entry: decision.entry.reference, note: note)), for: role)
        return try await act.record(statement)
    }
}
