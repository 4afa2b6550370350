extension EvidenceIndex {
    /// The requests for a step that count, in the order of the ledger.
    func requests(of step: Step) -> [Entry] {
        requests[step.id, default: []].map { entries[$0] }.filter {
            requestObjection($0, step) == nil
        }
    }

    /// Why a request does not count; nil where it does.
    private func requestObjection(_ entry: Entry, _ step: Step) -> RequestReason? {
        if let objection = checklist.objection(to: entry.authentication, of: entry.statement.body) {
            return .unauthenticated(objection)
        }
        guard entry.statement.step?.digest == step.digest else { return .otherWording }
        return checklist.objection(
            toRequesting: step, by: entry.statement.actor, for: entry.statement.role,
            at: entry.recordedAt)
    }
}

extension Checklist {
    /// Why somebody may not ask for the change of a step; nil where the person may.
    package func objection(
        toRequesting step: Step, by actor: Actor, for role: RoleID?, at instant: Instant
    ) -> RequestReason? {
        guard let wanted = step.requestedBy else { return .notAsked }
        guard let role, role == wanted else { return .otherRole(asked: wanted) }
        switch membership(of: actor, in: role, at: instant) {
        case .member: return nil
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
    }
}
