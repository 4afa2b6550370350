package import Rollout

/// What was decided, whether it stands, and how it stands to the evidence, in words.
package enum DecisionWording {
    package static func sentence(_ reason: DecisionReason, _ context: WordingContext) -> String {
        switch reason {
        case .stands: return "It is the decision that stands."
        case .phaseRemoved: return "The checklist no longer has the phase."
        case .foreign(let foreign): return ForeignWording.sentence(foreign, act: .made, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        case .madeBefore(let entry): return ActWording.madeBefore(entry)
        case .unsignedOverSigned(let entry): return ActWording.unsignedOverSigned(entry)
        case .pollMissing(let roles):
            return
                "A go waits for the roll call, which \(Prose.list(roles.map(context.role), "and")) did not answer."
        case .pollAgainst(let roles):
            return
                "A go must be unanimous, and \(Prose.list(roles.map(context.role), "and")) said no-go."
        case .pollTurned(let roles):
            return
                "\(Prose.list(roles.map(context.role), "and")) said no-go after it, and a go must be unanimous."
        case .datedAhead(let at): return ActWording.datedAhead(at, context)
        case .notTheOwner(let role, let owner):
            return
                "It was made for \(context.role(role)), and the decision is that of \(context.role(owner))."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .replaced(let entry): return "A newer decision replaced it (entry \(entry))."
        case .otherText(let digest):
            return "It was made on another text of the checklist (sha256:\(digest.short)…)."
        }
    }

    /// `GO` or `NO-GO`.
    package static func choice(_ choice: Decision.Choice) -> String {
        switch choice {
        case .go: return Verdict.go.rawValue
        case .noGo: return Verdict.noGo.rawValue
        }
    }

    /// The decision as a headline: `GO`, `NO-GO`, `GO with 2 open conditions`, `GO in an emergency`.
    ///
    /// `phase` is the one that it is for; nil where the checklist does not have it.
    package static func title(
        _ decision: DecisionAssessment, in phase: PhaseAssessment?
    ) -> String {
        let choice = made(decision.decision)
        guard decision.relation == .withConditions, let phase else { return choice }
        return
            "\(choice) with \(conditions(phase.finding(on: decision.decision.question).conditions))"
    }

    /// What was decided, and that it was in an emergency.
    package static func made(_ decision: Decision) -> String {
        choice(decision.choice) + (decision.isEmergency ? " in an emergency" : "")
    }

    /// How a decision that stands stands to the verdict of today; nil for any other.
    package static func relation(
        _ decision: DecisionAssessment, in phase: PhaseAssessment
    ) -> String? {
        switch decision.relation {
        case nil: return nil
        case .agrees: return "It agrees with the evidence."
        case .withConditions: return "It is a \(title(decision, in: phase))."
        case .goDespite, .noGoDespite:
            let evidence =
                phase.finding(on: decision.decision.question).verdict.map {
                    "the evidence says \($0.rawValue)"
                }
                ?? "the phase has no verdict"
            return
                "It differs from the evidence: the owner decided \(choice(decision.decision.choice)), and \(evidence)."
        }
    }

    /// What the decision was made on: the verdict of then, and the ledger.
    package static func basis(_ decision: Decision) -> String {
        let open = decision.conditions == 0 ? "" : " with \(conditions(decision.conditions))"
        return
            "\(decision.verdict.rawValue)\(open), at \(Prose.count(decision.ledger.size, "ledger entry", "ledger entries"))"
    }

    /// Such as "1 open condition".
    package static func conditions(_ number: Int) -> String {
        Prose.count(number, "open condition")
    }
}
