/// Who may take back what.
package enum RevocationRule {
    /// Why a principal may not take an entry back; nil where it may.
    ///
    /// Whoever made a sign-off or waiver may take it back. The owner may take back approvals and
    /// waivers of others, which can only make a verdict worse, and the rejection of somebody who is
    /// no longer a member of the role and could not change it.
    package static func objection(
        by actor: Actor, to target: Entry, in checklist: Checklist, at instant: Instant
    ) -> RevocationReason? {
        let author = target.statement.actor.represented
        let isAuthor =
            target.statement.principal == actor.principal
            || author == actor.represented && isFor(actor, target, in: checklist, at: instant)
        let isOwner = checklist.isOwner(actor, at: instant)
        switch target.statement.body {
        case .waiver, .editorial:
            return isAuthor || isOwner
                ? nil : .notTheAuthor(author, orOwner: checklist.owner)
        case .signOff(let signOff) where signOff.choice == .approve:
            return isAuthor || isOwner
                ? nil : .notTheAuthor(author, orOwner: checklist.owner)
        case .signOff:
            let isOrphan = target.statement.role.map { !checklist.isMember(author, of: $0) } ?? true
            return isAuthor || isOwner && isOrphan
                ? nil : .notTheAuthor(author, orOwner: isOrphan ? checklist.owner : nil)
        case .checklistText, .check, .revocation, .decision, .correction, .poll, .request,
            .approval, .retrospective, .signers, .triage, .enrolmentLink, .enrolment:
            return .notRevocable
        }
    }

    /// Whether somebody may speak for the author of an entry: the author may, and deputies of the
    /// author in the role that the entry is for.
    private static func isFor(
        _ actor: Actor, _ target: Entry, in checklist: Checklist, at instant: Instant
    ) -> Bool {
        guard actor.onBehalfOf != nil else { return true }
        guard let role = target.statement.role,
            case .member = checklist.membership(of: actor, in: role, at: instant)
        else { return false }
        return true
    }
}
