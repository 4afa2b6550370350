/// Who may decide go or no-go.
package enum DecisionRule {
    /// Why a person may not decide for a role; nil where the person may.
    package static func objection(
        to principal: Principal, for role: RoleID, in checklist: Checklist
    ) -> DecisionReason? {
        guard role == checklist.owner else {
            return .notTheOwner(role, owner: checklist.owner)
        }
        return checklist.isMember(principal, of: role) ? nil : .notAMember(principal, role)
    }
}
