/// Judges the decisions on record.
struct DecisionJudge {
    let index: EvidenceIndex
    let instant: Instant

    /// Every decision, in the order of the ledger; how one stands to the verdict comes later.
    var assessments: [DecisionAssessment] {
        let newest = self.newest
        return index.entries.indices.compactMap { place in
            let statement = index.entries[place].statement
            guard case .decision(let decision) = statement.body, let role = statement.role else {
                return nil
            }
            return DecisionAssessment(
                entry: index.entries[place], decision: decision, role: role,
                reason: reason(
                    of: place, decision, role, newest: newest[DecisionSubject(decision)]),
                relation: nil)
        }
    }

    /// For each question of a phase the newest decision of somebody who may decide, on whatever text.
    private var newest: [DecisionSubject: Int] {
        index.decisions.compactMapValues { places in
            places.last { place in
                let statement = index.entries[place].statement
                guard case .decision(let decision) = statement.body, let role = statement.role
                else { return false }
                return isInForce(place, decision)
                    && DecisionRule.objection(
                        to: statement.principal, for: role, in: index.checklist) == nil
            }
        }
    }

    /// A go that is dated ahead has to wait for its time; a no-go counts at once.
    private func isInForce(_ place: Int, _ decision: Decision) -> Bool {
        index.entries[place].recordedAt <= instant || decision.choice == .noGo
    }

    private func reason(
        of place: Int, _ decision: Decision, _ role: RoleID, newest: Int?
    ) -> DecisionReason {
        let entry = index.entries[place]
        if let foreign = index.foreign[place] { return .foreign(foreign) }
        guard index.checklist.phase(decision.phase) != nil else { return .phaseRemoved }
        if let objection = DecisionRule.objection(
            to: entry.statement.principal, for: role, in: index.checklist)
        {
            return objection
        }
        guard isInForce(place, decision) else { return .datedAhead(entry.recordedAt) }
        if let newest, newest != place { return .replaced(by: index.entries[newest].sequence) }
        guard entry.statement.checklist == index.checklist.digest else {
            return .otherText(entry.statement.checklist)
        }
        return .stands
    }
}
