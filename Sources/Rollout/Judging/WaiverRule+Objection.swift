extension WaiverRule {
    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    func objection(
        to principal: Principal, for role: RoleID, from start: Instant, until end: Instant,
        in checklist: Checklist
    ) -> WaiverReason? {
        guard roles.contains(role) else { return .otherRole(role, asked: roles) }
        guard checklist.isMember(principal, of: role) else { return .notAMember(principal, role) }
        guard end > start else { return .endsBeforeItBegins }
        return end.since(start) <= longest ? nil : .tooLong(longest: longest)
    }
}
