package import Rollout

/// Approves the text of a checklist: its steps, rules, members and dates.
package struct ApprovePlan: Sendable {
    private let role: String?
    private let note: String

    /// - Parameters:
    ///   - role: The role to approve for; nil takes the only one that fits.
    ///   - note: What was looked at.
    package init(for role: String? = nil, note: String) {
        self.role = role
        self.note = note
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let checklist = act.checklist
        guard let rule = checklist.approval else { throw OperationFailure.noApprovalAsked }
        let role = try act.role(role, among: rule.roles)
        let approval = PlanApproval(
            next: checklist.nextApprovers, isRequired: rule.isRequired, note: note)
        return try await act.record(act.statement(.approval(approval), for: role))
    }
}
