/// Finds out whether emergency decisions got the look afterwards that they owe.
struct RetrospectiveJudge {
    let index: EvidenceIndex
    /// The places of retrospectives, in the order of the ledger.
    private let places: [Int]

    init(index: EvidenceIndex) {
        self.index = index
        places = index.entries.indices.filter {
            index.entries[$0].statement.body.kind == .retrospective
        }
    }

    /// Nil for a decision that owes none.
    func standing(of place: Int, _ decision: Decision) -> RetrospectiveStanding? {
        guard decision.isEmergency else { return nil }
        let entry = index.entries[place]
        if let given = places.first(where: { $0 > place && counts($0, for: entry) }) {
            return .given(index.entries[given])
        }
        return .owed(
            by: entry.recordedAt.advanced(by: index.checklist.decisions.retrospectiveWithin))
    }

    private func counts(_ place: Int, for decision: Entry) -> Bool {
        let entry = index.entries[place]
        guard case .retrospective(let retrospective) = entry.statement.body,
            retrospective.entry == decision.reference, index.foreign[place] == nil,
            index.objections[place] == nil
        else { return false }
        return index.checklist.objection(
            toReviewing: decision, by: entry.statement.actor, entry.authentication.signer,
            alsoKnownAs: entry.otherNames, for: entry.statement.role, at: entry.recordedAt) == nil
    }
}

extension Checklist {
    /// Why somebody may not give the retrospective of an emergency decision; nil where the person
    /// may.
    package func objection(
        toReviewing decision: Entry, by actor: Actor, _ key: SignerKey?,
        alsoKnownAs names: OtherNames, for role: RoleID?, at instant: Instant
    ) -> RetrospectiveReason? {
        guard case .decision(let body) = decision.statement.body, body.isEmergency else {
            return .noEmergency
        }
        let asked = [owner] + self.decisions.poll
        guard let role, asked.contains(role) else { return .otherRole(asked: asked) }
        switch membership(of: actor, in: role, at: instant) {
        case .member: break
        case .stranger: return .notAMember(actor.represented, role)
        case .noDeputy(let reason): return .deputy(reason)
        }
        let marks = Entry.marks(of: actor, key?.fingerprint, names)
        return Set(marks).isDisjoint(with: decision.marks)
            ? nil : .ownDecision(decision.statement.principal)
    }
}
