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
        let approval = PlanApproval(
            next: checklist.nextApprovers, isRequired: checklist.approval?.isRequired ?? false,
            note: note)
        let role = try role(act)
        return try await act.record(act.statement(.approval(approval), for: role))
    }

    /// The role to approve for: of those that the text which is approved asks for, where the new one
    /// asks for others or for none.
    private func role(_ act: Act) throws(OperationFailure) -> RoleID {
        if case .lacking(let asked, _) = act.assessment.plan {
            if let role, asked.contains(RoleID(role)) { return RoleID(role) }
            if role == nil, asked.count == 1 { return asked[0] }
            return try act.role(role, among: asked)
        }
        guard let rule = act.checklist.approval else { throw .noApprovalAsked }
        return try act.role(role, among: rule.roles)
    }
}
