/// Why entries do not count for how they are authenticated, in their order.
struct AuthenticationObjections {
    /// Nil for those that may count.
    let reasons: [AuthenticationReason?]

    init(_ entries: [Entry], in checklist: Checklist) {
        // A signature is on a statement and not on an entry: the same bytes again say nothing new.
        var signed: [Statement: Int] = [:]
        signed.reserveCapacity(entries.count { $0.authentication.signer != nil })
        reasons = entries.map { entry in
            let body = entry.statement.body
            if let objection = checklist.objection(to: entry.authentication, of: body) {
                return objection
            }
            guard entry.authentication.signer != nil else { return nil }
            if let earlier = signed[entry.statement] { return .replayed(of: earlier) }
            signed[entry.statement] = entry.sequence
            return nil
        }
    }
}
