extension WaiverRule {
    /// Why a person may not waive a step for a role until a moment; nil where the person may.
    ///
    /// `others` are the other names of the person, and of whom the person acts for.
    func objection(
        to actor: Actor, alsoKnownAs others: Set<Principal>, for role: RoleID, waiving step: Step,
        from start: Instant, until end: Instant, in checklist: Checklist
    ) -> WaiverReason? {
        guard roles.contains(role) else { return .otherRole(role, asked: roles) }
        switch checklist.membership(of: actor, in: role, at: start) {
        case .member: break
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
        let names = [actor.principal, actor.represented] + others.sorted { $0.text < $1.text }
        for name in names {
            if let own = checklist.ownInterest(of: name, in: step, at: start) { return own }
        }
        guard end > start else { return .endsBeforeItBegins }
        return end.since(start) <= longest ? nil : .tooLong(longest: longest)
    }
}

extension Checklist {
    /// Whether a step is somebody's own, whose members see to it or are to sign it.
    func isOwn(_ step: Step, of person: Principal) -> Bool {
        step.rolesInvolved.contains { isMember(person, of: $0) }
    }

    /// What makes a step somebody's own at a moment; nil where nothing does.
    fileprivate func ownInterest(
        of person: Principal, in step: Step, at instant: Instant
    ) -> WaiverReason? {
        if isMember(person, of: step.role) { return .ownStep(person, step.role) }
        if let member = member(whom: person, standsInForIn: step.role, at: instant) {
            return .ownStepAsDeputy(person, for: member, step.role)
        }
        return step.rolesInvolved.first { role in
            isMember(person, of: role)
                || member(whom: person, standsInForIn: role, at: instant) != nil
        }
        .map { .ownSignOff(person, $0) }
    }
}

extension Step {
    /// The role that sees to it, then those that are to sign it.
    fileprivate var rolesInvolved: [RoleID] { [role] + (signOff?.roles ?? []) }
}
