package import Rollout

/// Why a waiver covers or not, in words.
package enum WaiverWording {
    package static func sentence(_ reason: WaiverReason, _ context: WordingContext) -> String {
        switch reason {
        case .covers(let until): return "It covers the step until \(context.end(until))."
        case .stepRemoved: return "The checklist no longer has the step."
        case .foreign(let foreign): return ForeignWording.sentence(foreign, act: .given, context)
        case .datedAhead(let at): return ActWording.datedAhead(at, context)
        case .takenBack(let by, let at, let entry):
            return ActWording.takenBack(by, at, entry, context)
        case .otherWording: return ActWording.otherWording
        case .noWaivers: return "The checklist allows no waivers."
        case .notWaivable: return "The step may not be waived."
        case .otherRole(let role, let asked):
            return
                "It was given for \(context.role(role)), and waivers are given for \(Prose.list(asked.map(context.role), "or"))."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        case .ownStep(let principal, let role):
            return
                "\(principal) is a member of \(context.role(role)), who see to the step, and nobody waives their own."
        case .ownStepAsDeputy(let principal, let member, let role):
            return
                "\(principal) stands in for \(member) in \(context.role(role)), who see to the step, and nobody waives their own."
        case .ownSignOff(let principal, let role):
            return
                "\(principal) may sign the step for \(context.role(role)), and nobody waives what they may sign."
        case .endsBeforeItBegins: return "It ends before it begins."
        case .tooLong(let longest):
            return "It lasts longer than the \(Prose.duration(longest)) that the checklist allows."
        case .ended(let at): return "It ended at \(context.time(at))."
        case .overtaken(let entry):
            return "Entry \(entry) says no to something that was not known when it was given."
        }
    }
}
