package import Rollout

/// Why a sign-off counts or not, in words.
package enum SignOffWording {
    /// Why a sign-off on record counts or not, with the editorial changes that it counts through.
    package static func sentence(
        _ assessment: SignOffAssessment, _ context: WordingContext
    ) -> String {
        guard assessment.counts, !assessment.carriedBy.isEmpty else {
            return sentence(assessment.reason, context)
        }
        let does = assessment.signOff.choice == .approve ? "approves" : "rejects"
        return "It \(does) the step in \(EditorialWording.wording(by: assessment.carriedBy))."
    }

    package static func sentence(_ reason: SignOffReason, _ context: WordingContext) -> String {
        switch reason {
        case .approves: return "It approves the current wording of the step."
        case .rejects: return "It rejects the current wording of the step."
        case .stepRemoved: return "The checklist no longer has the step."
        case .noLongerAsked: return "The step no longer asks for a sign-off."
        case .foreign(let foreign):
            return ForeignWording.sentence(foreign, act: .signed, context)
        case .datedAhead(let at): return ActWording.datedAhead(at, context)
        case .takenBack(let by, let at, let entry):
            return ActWording.takenBack(by, at, entry, context)
        case .otherWording: return ActWording.otherWording
        case .replaced(let entry):
            return "The same person signed again for the same role (entry \(entry))."
        case .otherRole(let role, let asked):
            return
                "It was signed for \(context.role(role)), and the step asks for \(Prose.list(asked.map(context.role), "and"))."
        case .roleRemoved(let role):
            return
                "It was signed for \(context.role(role)), a role that the checklist does not have."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        case .samePerson(let principal, let entry):
            return
                "It is of the same person as the approval by \(principal) (entry \(entry)), by name or by key, and one person counts once."
        case .madeBefore(let entry): return ActWording.madeBefore(entry)
        case .unsignedOverSigned(let entry): return ActWording.unsignedOverSigned(entry)
        case .requestMissing(let role):
            return "Nobody of \(context.role(role)) had asked for the change."
        case .requestedOneself(let entry):
            return "Whoever asks for a change may not approve it (entry \(entry))."
        case .signedExcluded(let principal, let step):
            return "\(principal) signed \(step), and whoever signed that may not sign this step."
        case .excludedStepMissing(let step):
            return
                "Whoever signed \(step) may not sign this step, and the checklist has no such step."
        case .evidenceMissing: return "The step asks for an evidence file, and none was named."
        case .notKept: return "A file that it shows can no longer be shown as it was."
        case .tooEarly(let counts):
            return
                "It was recorded too early: evidence counts from \(context.time(counts)) on."
        case .lapsed(let at): return "It lapsed at \(context.time(at))."
        }
    }

    /// `approval` or `rejection`.
    package static func noun(_ choice: SignOff.Choice) -> String {
        switch choice {
        case .approve: return "approval"
        case .reject: return "rejection"
        }
    }

    /// `approved` or `rejected`.
    package static func verb(_ choice: SignOff.Choice) -> String {
        switch choice {
        case .approve: return "approved"
        case .reject: return "rejected"
        }
    }
}
