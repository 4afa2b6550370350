/// Whether a decision of the owner stands, as a gate sees it and everything that is shown.
package enum DecisionStanding: Hashable, Sendable {
    /// None is on record.
    case none
    case stands(DecisionAssessment)
    /// The newest one does not stand, for its own reason.
    case doesNotStand(DecisionAssessment)
}

extension Assessment {
    /// What there is of decisions on a question of a phase.
    package func decision(
        on question: Decision.Question, of phase: PhaseAssessment
    ) -> DecisionStanding {
        if let standing = phase.decision(on: question) { return .stands(standing) }
        let newest = decisions.last {
            $0.decision.phase == phase.phase.id && $0.decision.question == question
        }
        return newest.map { .doesNotStand($0) } ?? .none
    }
}
