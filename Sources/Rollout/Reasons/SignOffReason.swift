package import CanonicalJSON

/// Why a sign-off counts or not; the same cases refuse one before it is recorded.
package enum SignOffReason: Reason {
    case approves
    case rejects
    /// The checklist has no such step any more.
    case stepRemoved
    case noLongerAsked
    case foreign(ForeignReason)
    /// It is dated later than the instant.
    case datedAhead(Instant)
    case takenBack(by: Principal, at: Instant, entry: Int)
    case otherWording
    case replaced(by: Int)
    /// The step asks for other roles.
    case otherRole(RoleID, asked: [RoleID])
    case notAMember(Principal, RoleID)
    /// Who signed the other step may not sign this one.
    case signedExcluded(Principal, StepID)
    /// `not-by` names a step that the checklist does not have, so that nobody can be excluded.
    case excludedStepMissing(StepID)
    case evidenceMissing
    /// It was recorded before the moment from which evidence counts.
    case tooEarly(counts: Instant)
    case lapsed(Instant)

    /// It would count for another time or another wording.
    package var isOfTime: Bool {
        switch self {
        case .lapsed, .otherWording, .tooEarly: return true
        default: return false
        }
    }

    package var counts: Bool { self == .approves || self == .rejects }

    package var code: String {
        switch self {
        case .approves: return "approves"
        case .rejects: return "rejects"
        case .stepRemoved: return "step-removed"
        case .noLongerAsked: return "sign-off-not-asked"
        case .foreign(let reason): return reason.code
        case .datedAhead: return "dated-ahead"
        case .takenBack: return "taken-back"
        case .otherWording: return "other-wording"
        case .replaced: return "replaced"
        case .otherRole: return "other-role"
        case .notAMember: return "not-a-member"
        case .signedExcluded: return "signed-excluded-step"
        case .excludedStepMissing: return "excluded-step-missing"
        case .evidenceMissing: return "evidence-missing"
        case .tooEarly: return "too-early"
        case .lapsed: return "lapsed"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .approves, .rejects, .stepRemoved, .noLongerAsked, .otherWording, .evidenceMissing:
            return [:]
        case .foreign(let reason): return reason.values
        case .datedAhead(let at), .lapsed(let at): return ["at": .moment(at)]
        case .tooEarly(let counts): return ["counts": .moment(counts)]
        case .takenBack(let by, let at, let entry):
            return ["by": .name(by), "at": .moment(at), "entry": .number(entry)]
        case .replaced(let entry): return ["entry": .number(entry)]
        case .otherRole(let role, let asked):
            return ["role": .name(role), "asked": .names(asked)]
        case .notAMember(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .signedExcluded(let principal, let step):
            return ["principal": .name(principal), "step": .name(step)]
        case .excludedStepMissing(let step): return ["step": .name(step)]
        }
    }
}
