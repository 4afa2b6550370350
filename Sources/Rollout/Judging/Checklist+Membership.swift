extension Checklist {
    /// Whether somebody may act for a role at a moment.
    enum Membership {
        case member
        /// It is not a member that acts, or is acted for.
        case stranger
        case noDeputy(DeputyReason)
    }

    func membership(of actor: Actor, in role: RoleID, at instant: Instant) -> Membership {
        guard isMember(actor.represented, of: role) else { return .stranger }
        guard let member = actor.onBehalfOf else { return .member }
        let terms = (self.role(role)?.deputies ?? []).filter {
            $0.member == member && $0.deputy == actor.principal
        }
        guard !terms.isEmpty else {
            return .noDeputy(.notADeputy(actor.principal, of: member, role))
        }
        if terms.contains(where: { isInForce($0, at: instant) }) { return .member }
        let spans = terms.map { span(of: $0) }
        if let next = spans.filter({ $0.begins > instant }).map(\.begins).min() {
            return .noDeputy(.notYet(actor.principal, from: next))
        }
        return .noDeputy(.over(actor.principal, ended: spans.map(\.ends).max() ?? instant))
    }

    /// The member of a role whom somebody stands in for as a deputy at a moment; nil where there is none.
    func member(
        whom person: Principal, standsInForIn role: RoleID, at instant: Instant
    ) -> Principal? {
        (self.role(role)?.deputies ?? []).first { term in
            term.deputy == person && isMember(term.member, of: role)
                && isInForce(term, at: instant)
        }?.member
    }

    /// A member of a role, after the deputies who stand in for the member at a moment.
    package func actors(
        for member: Principal, in role: RoleID, at instant: Instant
    ) -> [Actor] {
        var deputies: [Principal] = []
        for term in self.role(role)?.deputies ?? []
        where term.member == member && isInForce(term, at: instant)
            && !deputies.contains(term.deputy)
        {
            deputies.append(term.deputy)
        }
        return deputies.map { Actor($0, onBehalfOf: member) } + [Actor(member)]
    }

    /// Who may act for a role at a moment: its members, each after their deputies.
    package func actors(for role: RoleID, at instant: Instant) -> [Actor] {
        (self.role(role)?.members ?? []).flatMap { actors(for: $0, in: role, at: instant) }
    }

    /// The roles that somebody may act for at a moment, as a member or as a deputy.
    package func roles(of person: Principal, at instant: Instant) -> Set<RoleID> {
        Set(
            roles.map(\.id).filter { role in
                isMember(person, of: role)
                    || member(whom: person, standsInForIn: role, at: instant) != nil
            })
    }

    private func isInForce(_ term: Deputy, at instant: Instant) -> Bool {
        let span = span(of: term)
        return span.begins <= instant && instant < span.ends
    }

    private func span(of term: Deputy) -> TimeSpan {
        TimeSpan(term.from.begins(in: zone), term.until.lapses(in: zone))
    }

    /// Whether somebody may act for a role at a moment.
    package func mayAct(_ actor: Actor, for role: RoleID, at instant: Instant) -> Bool {
        if case .member = membership(of: actor, in: role, at: instant) { return true }
        return false
    }

    /// Whether somebody decides for the rollout at a moment.
    package func isOwner(_ actor: Actor, at instant: Instant) -> Bool {
        mayAct(actor, for: owner, at: instant)
    }
}
