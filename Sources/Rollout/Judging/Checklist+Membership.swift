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
        let spans = terms.map { span(of: $0) }
        if spans.contains(where: { $0.begins <= instant && instant < $0.ends }) { return .member }
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
            let span = span(of: term)
            return term.deputy == person && isMember(term.member, of: role)
                && span.begins <= instant && instant < span.ends
        }?.member
    }

    private func span(of term: Deputy) -> TimeSpan {
        TimeSpan(term.from.begins(in: zone), term.until.lapses(in: zone))
    }

    /// Whether somebody decides for the rollout at a moment.
    package func isOwner(_ actor: Actor, at instant: Instant) -> Bool {
        if case .member = membership(of: actor, in: owner, at: instant) { return true }
        return false
    }
}
