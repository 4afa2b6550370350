extension WaiverRule {
    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    func objection(
        to actor: Actor, for role: RoleID, waiving step: Step, from start: Instant,
        until end: Instant, in checklist: Checklist
    ) -> WaiverReason? {
        guard roles.contains(role) else { return .otherRole(role, asked: roles) }
        switch checklist.membership(of: actor, in: role, at: start) {
        case .member: break
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
        for person in [actor.principal, actor.represented]
        where checklist.isMember(person, of: step.role) {
            return .ownStep(person, step.role)
        }
        guard end > start else { return .endsBeforeItBegins }
        return end.since(start) <= longest ? nil : .tooLong(longest: longest)
    }
}
