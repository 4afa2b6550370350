extension Assessment {
    /// The emergency decisions of the rollout that stand, or stood and still owe their retrospective,
    /// in the order of the ledger.
    package var emergencies: [DecisionAssessment] {
        decisions.filter { decision in
            switch decision.retrospective {
            case nil: return false
            case .owed: return decision.reason.hasStood
            case .given: return decision.stands
            }
        }
    }
}
