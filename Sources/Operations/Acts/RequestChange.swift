package import Rollout

/// Asks for the change that a step is about, which somebody else must approve.
package struct RequestChange: Sendable {
    private let step: String
    private let role: String?
    private let note: String

    /// - Parameters:
    ///   - step: The id of the step.
    ///   - role: The role to ask for; nil takes the one that the step names.
    ///   - note: What is to be done and why.
    package init(_ step: String, for role: String? = nil, note: String) {
        self.step = step
        self.role = role
        self.note = note
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let found = try act.step(step)
        try act.requireOpen(found)
        let step = found.step
        let role = role.map { RoleID($0) } ?? step.requestedBy
        if let objection = act.checklist.objection(
            toRequesting: step, by: act.actor, for: role, at: act.now)
        {
            throw OperationFailure.request(objection, act.words)
        }
        return try await act.record(
            act.statement(
                .request(ChangeRequest(note: note)), about: step.reference, for: role))
    }
}
