package import CanonicalJSON

/// Why a waiver covers or not; the same cases refuse one before it is recorded.
package enum WaiverReason: Reason {
    case covers(until: Instant)
    case stepRemoved
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    case datedAhead(Instant)
    case takenBack(by: Principal, at: Instant, entry: Int)
    case otherWording
    /// The checklist allows no waivers.
    case noWaivers
    /// The step allows none.
    case notWaivable
    case otherRole(RoleID, asked: [RoleID])
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)
    /// Who prepares a step may not waive it.
    case ownStep(Principal, RoleID)
    /// Who stands in for a member of the role that prepares the step may not waive it either.
    case ownStepAsDeputy(Principal, for: Principal, RoleID)
    /// Who is to sign a step may not waive it.
    case ownSignOff(Principal, RoleID)
    case endsBeforeItBegins
    case tooLong(longest: Duration)
    case ended(Instant)
    /// A later entry says no to something that was not known when the waiver was given.
    case overtaken(by: Int)

    package var covers: Bool {
        guard case .covers = self else { return false }
        return true
    }

    package var code: String {
        switch self {
        case .covers: return "covers"
        case .stepRemoved: return "step-removed"
        case .foreign(let reason): return reason.code
        case .datedAhead: return "dated-ahead"
        case .takenBack: return "taken-back"
        case .otherWording: return "other-wording"
        case .noWaivers: return "no-waivers"
        case .notWaivable: return "not-waivable"
        case .otherRole: return "other-role"
        case .notAMember: return "not-a-member"
        case .deputy(let reason): return reason.code
        case .ownStep: return "own-step"
        case .ownStepAsDeputy: return "own-step-as-deputy"
        case .ownSignOff: return "own-sign-off"
        case .unauthenticated(let reason): return reason.code
        case .endsBeforeItBegins: return "ends-before-it-begins"
        case .tooLong: return "too-long"
        case .ended: return "ended"
        case .overtaken: return "overtaken"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .stepRemoved, .otherWording, .noWaivers, .notWaivable, .endsBeforeItBegins: return [:]
        case .covers(let until): return ["until": .moment(until)]
        case .foreign(let reason): return reason.values
        case .datedAhead(let at), .ended(let at): return ["at": .moment(at)]
        case .takenBack(let by, let at, let entry):
            return ["by": .name(by), "at": .moment(at), "entry": .number(entry)]
        case .otherRole(let role, let asked):
            return ["role": .name(role), "asked": .names(asked)]
        case .deputy(let reason): return reason.values
        case .unauthenticated(let reason): return reason.values
        case .notAMember(let principal, let role), .ownStep(let principal, let role),
            .ownSignOff(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .ownStepAsDeputy(let principal, let member, let role):
            return [
                "principal": .name(principal), "member": .name(member), "role": .name(role),
            ]
        case .tooLong(let longest): return ["longest": .string(longest.language)]
        case .overtaken(let entry): return ["entry": .number(entry)]
        }
    }
}
