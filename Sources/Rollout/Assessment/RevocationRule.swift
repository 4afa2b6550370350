/// Who may take back what.
package enum RevocationRule {
    /// Why a revocation does not count; nil where it does.
    ///
    /// Whoever made a sign-off or waiver may take it back. The owner may take back approvals and
    /// waivers of others, which can only make a verdict worse, and the rejection of somebody who is
    /// no longer a member of the role and could not change it.
    package static func objection(
        to revocation: Revocation, by record: Record, of target: Record, in checklist: Checklist
    ) -> String? {
        guard target.sequence < record.sequence, target.digest == revocation.digest else {
            return "it does not name an earlier record by its number and digest"
        }
        return objection(principal: record.principal, of: target, in: checklist)
    }

    /// Why a principal may not take a record back; nil where it may.
    package static func objection(
        principal: String, of target: Record, in checklist: Checklist
    ) -> String? {
        let isOwn = target.principal == principal
        let isOwner = checklist.role(checklist.owner)?.members.contains(principal) ?? false
        switch target.event {
        case .waiver:
            return isOwn || isOwner
                ? nil : "only \(target.principal) or the owner may take this waiver back"
        case .signOff(let signOff) where signOff.decision == .approve:
            return isOwn || isOwner
                ? nil : "only \(target.principal) or the owner may take this approval back"
        case .signOff(let signOff):
            let members = checklist.role(signOff.role)?.members ?? []
            let isOrphan = !members.contains(target.principal)
            return isOwn || isOwner && isOrphan
                ? nil : "only \(target.principal) may take this rejection back"
        case .checklistText, .check, .revocation, .decision:
            return "only sign-offs and waivers can be taken back"
        }
    }
}
