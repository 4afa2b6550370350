package import Rollout

/// Why the retrospective of an emergency decision is refused, and whether it is there, in words.
package enum RetrospectiveWording {
    package static func sentence(
        _ reason: RetrospectiveReason, _ context: WordingContext
    ) -> String {
        switch reason {
        case .noEmergency: return "The entry is no emergency decision."
        case .otherRole(let asked):
            return
                "It is given by \(Prose.list(asked.map(context.role), "or"))."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        case .ownDecision(let principal):
            return "\(principal) made the decision, and somebody else must look back on it."
        }
    }

    /// That a decision was an emergency, and whether somebody looked back on it.
    package static func standing(
        _ standing: RetrospectiveStanding, _ context: WordingContext
    ) -> String {
        "It was an emergency decision, and \(look(standing, context))."
    }

    /// The same for readers who do not see the decision beside it.
    package static func emergency(
        _ decision: DecisionAssessment, _ context: WordingContext
    ) -> String {
        let made = decision.decision
        let closing = made.question == .close ? "the closing of " : ""
        let after = decision.retrospective.map { ", and \(look($0, context))" } ?? ""
        return
            "The \(DecisionWording.choice(made.choice)) for \(closing)\(context.phase(made.phase)) was decided in an emergency (entry \(decision.entry.sequence))\(after)."
    }

    /// What somebody has to do who owes it.
    package static func task(
        _ debt: RetrospectiveDebt, _ context: WordingContext
    ) -> String {
        "Look back on the emergency decision on \(context.phase(debt.decision.decision.phase)) (entry \(debt.decision.entry.sequence))."
    }

    private static func look(
        _ standing: RetrospectiveStanding, _ context: WordingContext
    ) -> String {
        switch standing {
        case .owed(let by): return "its retrospective is owed by \(context.end(by))"
        case .given(let entry):
            return
                "\(entry.statement.principal)\(AuthenticationWording.mark(entry)) gave its retrospective at \(context.time(entry.recordedAt)) (entry \(entry.sequence))"
        }
    }
}
