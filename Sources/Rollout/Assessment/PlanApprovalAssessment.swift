/// A recorded approval of a text, and whether it counts.
package struct PlanApprovalAssessment: Hashable, Sendable {
    package let entry: Entry
    package let approval: PlanApproval
    package let role: RoleID
    package let reason: PlanApprovalReason

    package init(entry: Entry, approval: PlanApproval, role: RoleID, reason: PlanApprovalReason) {
        self.entry = entry
        self.approval = approval
        self.role = role
        self.reason = reason
    }

    package var principal: Principal { entry.statement.principal }
}
