/// Finds out whether the text of the checklist is approved.
///
/// Each approval is held against the text that was approved before it: whoever edits a text edits
/// its members too. The first one has only its own.
struct PlanJudge {
    private let checklist: Checklist
    /// In the order of the ledger.
    private(set) var assessments: [PlanApprovalAssessment] = []
    /// The text that is approved, with who may approve the next one; nil where none is.
    private var approved: (digest: ContentDigest, approval: PlanApproval)?
    /// Who approved a text that not every role has approved yet.
    private var pending: [ContentDigest: (approval: PlanApproval, roles: Set<RoleID>)] = [:]

    init(_ index: EvidenceIndex) {
        checklist = index.checklist
        for place in index.entries.indices {
            let entry = index.entries[place]
            guard case .approval(let approval) = entry.statement.body,
                let role = entry.statement.role
            else { continue }
            let reason = objection(entry, approval, role, index.objections[place])
            if reason == nil { take(entry.statement.checklist, approval, role) }
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
        let asked = approved?.approval.next ?? checklist.nextApprovers
        let done = pending[checklist.digest]?.roles ?? []
        return .lacking(
            asked.map(\.role).filter { !done.contains($0) }, approved: approved?.digest)
    }

    private mutating func take(
        _ digest: ContentDigest, _ approval: PlanApproval, _ role: RoleID
    ) {
        let asked = approved?.approval.next ?? approval.next
        var text = pending[digest] ?? (approval, [])
        text.roles.insert(role)
        pending[digest] = text
        guard asked.allSatisfy({ text.roles.contains($0.role) }) else { return }
        approved = (digest, text.approval)
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
        let asked = approved?.approval.next ?? approval.next
        guard let approvers = asked.first(where: { $0.role == role }) else {
            return .otherRole(asked: asked.map(\.role))
        }
        return approvers.members.contains(entry.statement.principal)
            && entry.statement.onBehalfOf == nil
            ? nil : .notAnApprover(entry.statement.principal, role)
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
