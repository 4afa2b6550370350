/// Judges the decisions on record.
struct DecisionJudge {
    let index: EvidenceIndex
    let instant: Instant

    /// Every decision, in the order of the ledger; how one stands to the verdict comes later.
    var assessments: [DecisionAssessment] {
        let newest = self.newest
        let retrospectives = RetrospectiveJudge(index: index)
        return index.entries.indices.compactMap { place in
            let statement = index.entries[place].statement
            guard case .decision(let decision) = statement.body, let role = statement.role else {
                return nil
            }
            return DecisionAssessment(
                entry: index.entries[place], decision: decision, role: role,
                reason: reason(
                    of: place, decision, role, newest: newest[DecisionSubject(decision)]),
                relation: nil, retrospective: retrospectives.standing(of: place, decision))
        }
    }

    /// For each question of a phase the newest decision of somebody who may decide, on whatever text.
    private var newest: [DecisionSubject: Int] {
        index.decisions.compactMapValues { places in
            places.last { place in
                let statement = index.entries[place].statement
                guard case .decision(let decision) = statement.body, let role = statement.role
                else { return false }
                return isInForce(place, decision) && objection(to: place, decision, role) == nil
            }
        }
    }

    /// A go that is dated ahead has to wait for its time; a no-go counts at once.
    private func isInForce(_ place: Int, _ decision: Decision) -> Bool {
        index.entries[place].recordedAt <= instant || decision.choice == .noGo
    }

    /// What is wrong with a decision whatever came after it; nil where nothing is.
    private func objection(
        to place: Int, _ decision: Decision, _ role: RoleID
    ) -> DecisionReason? {
        let entry = index.entries[place]
        if let reason = index.objections[place] { return .unauthenticated(reason) }
        if let objection = DecisionRule.objection(
            to: entry.statement.actor, for: role, in: index.checklist, at: entry.recordedAt)
        {
            return objection
        }
        if let no = laterNo(than: entry, decision, before: place) { return .madeBefore(entry: no) }
        if let no = signedNo(before: place, decision) { return .unsignedOverSigned(entry: no) }
        return DecisionRule.objection(
            to: decision.choice, isEmergency: decision.isEmergency,
            after: PollJudge(index: index).assessments(
                of: DecisionSubject(decision), on: entry.statement.checklist, before: place),
            in: index.checklist)
    }

    /// A no-go that the ledger took before a go that was signed earlier: whoever kept the go back
    /// must not undo the no-go with it.
    private func laterNo(than entry: Entry, _ decision: Decision, before place: Int) -> Int? {
        guard decision.choice == .go, entry.authentication.signer != nil else { return nil }
        let earlier = index.decisions[DecisionSubject(decision), default: []]
        for other in earlier where other < place {
            let no = index.entries[other]
            guard no.statement.body.isNo, index.objections[other] == nil,
                no.statement.madeAt > entry.statement.madeAt, let role = no.statement.role,
                DecisionRule.objection(
                    to: no.statement.actor, for: role, in: index.checklist, at: no.recordedAt)
                    == nil
            else { continue }
            return no.sequence
        }
        return nil
    }

    /// The signed no-go that a go which nobody signed would undo; nil where a signed go came after it.
    private func signedNo(before place: Int, _ decision: Decision) -> Int? {
        guard decision.choice == .go, index.entries[place].authentication.signer == nil else {
            return nil
        }
        let last = index.decisions[DecisionSubject(decision), default: []].last { other in
            let entry = index.entries[other]
            guard other < place, entry.authentication.signer != nil,
                index.objections[other] == nil, let role = entry.statement.role
            else { return false }
            return DecisionRule.objection(
                to: entry.statement.actor, for: role, in: index.checklist, at: entry.recordedAt)
                == nil
        }
        guard let last, index.entries[last].statement.body.isNo else { return nil }
        return index.entries[last].sequence
    }

    /// The roles that say no-go by now, where a go needs all of them.
    private func turned(_ decision: Decision) -> [RoleID]? {
        let answers = PollJudge(index: index).assessments(
            of: DecisionSubject(decision), on: index.checklist.digest, before: .max)
        guard
            case .pollAgainst(let roles) = DecisionRule.objection(
                to: decision.choice, isEmergency: decision.isEmergency, after: answers,
                in: index.checklist)
        else { return nil }
        return roles
    }

    private func reason(
        of place: Int, _ decision: Decision, _ role: RoleID, newest: Int?
    ) -> DecisionReason {
        let entry = index.entries[place]
        if let foreign = index.foreign[place] { return .foreign(foreign) }
        guard index.checklist.phase(decision.phase) != nil else { return .phaseRemoved }
        if let objection = objection(to: place, decision, role) { return objection }
        guard isInForce(place, decision) else { return .datedAhead(entry.recordedAt) }
        if let newest, newest != place { return .replaced(by: index.entries[newest].sequence) }
        guard entry.statement.checklist == index.checklist.digest else {
            return .otherText(entry.statement.checklist)
        }
        return turned(decision).map { .pollTurned($0) } ?? .stands
    }
}
