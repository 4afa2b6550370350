/// Who may take back what.
package enum RevocationRule {
    /// Why a principal may not take an entry back; nil where it may.
    ///
    /// Whoever made a sign-off or waiver may take it back. The owner may take back approvals and
    /// waivers of others, which can only make a verdict worse, and the rejection of somebody who is
    /// no longer a member of the role and could not change it.
    package static func objection(
        by principal: Principal, to target: Entry, in checklist: Checklist
    ) -> RevocationReason? {
        let author = target.statement.principal
        let isOwner = checklist.isMember(principal, of: checklist.owner)
        switch target.statement.body {
        case .waiver, .editorial:
            return author == principal || isOwner
                ? nil : .notTheAuthor(author, orOwner: checklist.owner)
        case .signOff(let signOff) where signOff.choice == .approve:
            return author == principal || isOwner
                ? nil : .notTheAuthor(author, orOwner: checklist.owner)
        case .signOff:
            let isOrphan = target.statement.role.map { !checklist.isMember(author, of: $0) } ?? true
            return author == principal || isOwner && isOrphan
                ? nil : .notTheAuthor(author, orOwner: isOrphan ? checklist.owner : nil)
        case .checklistText, .check, .revocation, .decision, .correction: return .notRevocable
        }
    }
}
