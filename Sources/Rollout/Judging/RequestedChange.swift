/// Who asked for the change of a step, by the requests that count.
struct RequestedChange {
    /// The sequence of the first request.
    let first: Int
    /// What shows who asked, by the sequence of the first request with it.
    let marks: [PersonMark: Int]

    /// Nil where no request counts; the entries are in the order of the ledger.
    init?(_ requests: [Entry], of step: Step, in checklist: Checklist) {
        let counting = requests.filter { Self.objection($0, step, checklist) == nil }
        guard let first = counting.first?.sequence else { return nil }
        self.first = first
        marks = counting.reduce(into: [:]) { marks, entry in
            for mark in entry.marks where marks[mark] == nil { marks[mark] = entry.sequence }
        }
    }

    /// Why a request does not count; nil where it does.
    private static func objection(
        _ entry: Entry, _ step: Step, _ checklist: Checklist
    ) -> RequestReason? {
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
