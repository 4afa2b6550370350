/// Finds out whether the text of the checklist is approved.
///
/// Each approval is held against the text that was approved before it: whoever edits a text edits
/// its members too. The first one has only its own, as has one after a text that names nobody.
struct PlanJudge {
    private let checklist: Checklist
    /// In the order of the ledger.
    private(set) var assessments: [PlanApprovalAssessment] = []
    /// A text, with who may approve the next one, and the approvals that it has.
    private struct Text {
        let digest: ContentDigest
        let approval: PlanApproval
        var entries: [Entry] = []

        var roles: Set<RoleID> { Set(entries.compactMap(\.statement.role)) }
    }

    /// The text that is approved; nil where none is.
    private var approved: Text?
    /// Texts that not every role has approved yet.
    private var pending: [ContentDigest: Text] = [:]

    init(_ index: EvidenceIndex) {
        checklist = index.checklist
        for place in index.entries.indices {
            let entry = index.entries[place]
            guard case .approval(let approval) = entry.statement.body,
                let role = entry.statement.role
            else { continue }
            let reason = objection(entry, approval, role, index.objections[place])
            if reason == nil { take(entry, approval) }
            assessments.append(
                PlanApprovalAssessment(
                    entry: entry, approval: approval, role: role, reason: reason ?? .counts))
        }
    }

    /// What is lacking; nil where nothing is, or nothing is asked for.
    var standing: PlanStanding? {
        let isAsked = checklist.approval?.isRequired ?? false
        guard isAsked || approved?.approval.isRequired ?? false else { return nil }
        if let approved, approved.digest == checklist.digest { return .approved }
        let asked = asked(for: checklist.nextApprovers)
        let done = pending[checklist.digest]?.roles ?? []
        return .lacking(
            asked.map(\.role).filter { !done.contains($0) }, approved: approved?.digest)
    }

    /// Who must approve a text that names approvers of its own: those of the text before it.
    ///
    /// Where that names none, nobody could, so that it is the text's own ones as with the first.
    private func asked(for own: [PlanApproval.Approvers]) -> [PlanApproval.Approvers] {
        guard let before = approved?.approval.next, !before.isEmpty else { return own }
        return before
    }

    private mutating func take(_ entry: Entry, _ approval: PlanApproval) {
        let digest = entry.statement.checklist
        let asked = asked(for: approval.next)
        var text = pending[digest] ?? Text(digest: digest, approval: approval)
        text.entries.append(entry)
        pending[digest] = text
        let roles = text.roles
        guard asked.allSatisfy({ roles.contains($0.role) }) else { return }
        approved = text
        pending = [:]
    }

    private func objection(
        _ entry: Entry, _ approval: PlanApproval, _ role: RoleID,
        _ authentication: AuthenticationReason?
    ) -> PlanApprovalReason? {
        if let authentication { return .unauthenticated(authentication) }
        guard entry.statement.rollout == checklist.rollout else {
            return .otherPlace(entry.statement.rollout.place)
        }
        let digest = entry.statement.checklist
        if digest == checklist.digest, !approval.names(the: checklist) { return .otherApprovers }
        if let first = pending[digest]?.approval,
            first.next != approval.next || first.isRequired != approval.isRequired
        {
            return .otherApprovers
        }
        let asked = asked(for: approval.next)
        guard let approvers = asked.first(where: { $0.role == role }) else {
            return .otherRole(asked: asked.map(\.role))
        }
        guard approvers.members.contains(entry.statement.principal),
            entry.statement.onBehalfOf == nil
        else { return .notAnApprover(entry.statement.principal, role) }
        if let other = pending[digest]?.entries.first(where: entry.isUnderAnotherName) {
            return .samePerson(as: other.statement.principal, entry: other.sequence)
        }
        return newer(than: entry).map { .madeBefore(entry: $0.sequence) }
    }

    /// An approval that made the text of today the approved one and was signed later: whoever kept
    /// the older one back must not bring an older text back with it.
    private func newer(than entry: Entry) -> Entry? {
        guard entry.authentication.signer != nil else { return nil }
        return approved?.entries.first { $0.statement.madeAt > entry.statement.madeAt }
    }
}

extension PlanApproval {
    /// Whether it names the approvers of a checklist.
    fileprivate func names(the checklist: Checklist) -> Bool {
        next == checklist.nextApprovers
            && isRequired == checklist.approval?.isRequired ?? false
    }
}

extension Checklist {
    /// Who may approve the text that comes after this one; empty where nobody has to.
    package var nextApprovers: [PlanApproval.Approvers] {
        (approval?.roles ?? []).map { role in
            PlanApproval.Approvers(role: role, members: self.role(role)?.members ?? [])
        }
    }
}
