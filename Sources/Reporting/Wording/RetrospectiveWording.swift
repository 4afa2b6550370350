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

    package static func standing(
        _ standing: RetrospectiveStanding, _ context: WordingContext
    ) -> String {
        switch standing {
        case .owed(let by):
            return
                "It was an emergency decision, and its retrospective is owed by \(context.end(by))."
        case .given(let entry):
            return
                "It was an emergency decision; \(entry.statement.principal) gave its retrospective at \(context.time(entry.recordedAt)) (entry \(entry.sequence))."
        }
    }
}
