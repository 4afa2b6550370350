/// A recorded decision: whether it stands, and how it stands to the computed verdict.
package struct DecisionAssessment: Hashable, Sendable {
    /// The decision beside the verdict of today.
    package enum Relation: String, Hashable, Sendable {
        /// A go on GO, a no-go on NO-GO or CONDITIONAL.
        case agrees
        /// A go on CONDITIONAL: a go with open conditions.
        case withConditions = "with-conditions"
        /// A go although the evidence says NO-GO, or the phase has no verdict.
        case goDespite = "go-despite"
        /// A no-go although the evidence says GO.
        case noGoDespite = "no-go-despite"
    }

    package let entry: Entry
    package let decision: Decision
    package let role: RoleID
    package let reason: DecisionReason
    /// Nil for a decision that does not stand.
    package let relation: Relation?
    /// Nil for a decision that owes no retrospective.
    package let retrospective: RetrospectiveStanding?

    package init(
        entry: Entry, decision: Decision, role: RoleID, reason: DecisionReason, relation: Relation?,
        retrospective: RetrospectiveStanding? = nil
    ) {
        self.entry = entry
        self.decision = decision
        self.role = role
        self.reason = reason
        self.relation = relation
        self.retrospective = retrospective
    }

    /// The same held against a verdict.
    func onVerdict(_ verdict: Verdict?) -> DecisionAssessment {
        let relation: Relation
        switch (decision.choice, verdict) {
        case (.go, .go), (.noGo, .noGo), (.noGo, .conditional), (.noGo, nil): relation = .agrees
        case (.go, .conditional): relation = .withConditions
        case (.go, .noGo), (.go, nil): relation = .goDespite
        case (.noGo, .go): relation = .noGoDespite
        }
        return DecisionAssessment(
            entry: entry, decision: decision, role: role, reason: reason, relation: relation,
            retrospective: retrospective)
    }

    package var stands: Bool { reason == .stands }
    package var principal: Principal { entry.statement.principal }

    /// The decision and the evidence go different ways.
    package var differs: Bool { relation == .goDespite || relation == .noGoDespite }
}
