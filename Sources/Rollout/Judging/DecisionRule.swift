/// Who may decide go or no-go.
package enum DecisionRule {
    /// Why a person may not decide for a role; nil where the person may.
    package static func objection(
        to actor: Actor, for role: RoleID, in checklist: Checklist, at instant: Instant
    ) -> DecisionReason? {
        guard role == checklist.owner else {
            return .notTheOwner(role, owner: checklist.owner)
        }
        switch checklist.membership(of: actor, in: role, at: instant) {
        case .member: return nil
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
    }

    /// Why a roll call does not allow a go; nil where it does, or none is asked for.
    ///
    /// An emergency decision does not wait for it.
    package static func objection(
        to choice: Decision.Choice, isEmergency: Bool, after polls: [PollAssessment],
        in checklist: Checklist
    ) -> DecisionReason? {
        guard choice == .go, !isEmergency else { return nil }
        let counting = polls.filter(\.counts)
        let missing = checklist.decisions.poll.filter { role in
            !counting.contains { $0.role == role }
        }
        guard missing.isEmpty else { return .pollMissing(missing) }
        guard checklist.decisions.isUnanimous else { return nil }
        let against = checklist.decisions.poll.filter { role in
            counting.contains { $0.role == role && $0.poll.choice == .noGo }
        }
        return against.isEmpty ? nil : .pollAgainst(against)
    }
}
