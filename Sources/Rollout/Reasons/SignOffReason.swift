package import CanonicalJSON

/// Why a sign-off counts or not; the same cases refuse one before it is recorded.
package enum SignOffReason: Reason {
    case approves
    case rejects
    /// The checklist has no such step any more.
    case stepRemoved
    case noLongerAsked
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    /// It is dated later than the instant.
    case datedAhead(Instant)
    case takenBack(by: Principal, at: Instant, entry: Int)
    case otherWording
    case replaced(by: Int)
    /// The step asks for other roles.
    case otherRole(RoleID, asked: [RoleID])
    /// The checklist does not have the role, or no longer has it.
    case roleRemoved(RoleID)
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)
    /// An approval that counts is of the same person, by name or by key.
    case samePerson(as: Principal, entry: Int)
    /// It was signed before a no of the same person that the ledger took earlier.
    case madeBefore(entry: Int)
    /// Nobody signed it, and an earlier no of the same person is signed.
    case unsignedOverSigned(entry: Int)
    /// Nobody of the role that must ask for the change has done so.
    case requestMissing(RoleID)
    /// Who asked for the change may not approve it.
    case requestedOneself(entry: Int)
    /// Who signed the other step may not sign this one.
    case signedExcluded(Principal, StepID)
    /// `not-by` names a step that the checklist does not have, so that nobody can be excluded.
    case excludedStepMissing(StepID)
    case evidenceMissing
    /// A file that it shows can no longer be shown as it was.
    case notKept
    /// It was recorded before the moment from which evidence counts.
    case tooEarly(counts: Instant)
    case lapsed(Instant)

    /// It would count for another time or another wording, or did while its files were there.
    package var isOfTime: Bool {
        switch self {
        case .lapsed, .otherWording, .tooEarly, .notKept: return true
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
        case .roleRemoved: return "role-removed"
        case .notAMember: return "not-a-member"
        case .deputy(let reason): return reason.code
        case .samePerson: return "same-person"
        case .madeBefore: return "made-before-a-no"
        case .unsignedOverSigned: return "unsigned-over-signed"
        case .requestMissing: return "request-missing"
        case .requestedOneself: return "requested-oneself"
        case .unauthenticated(let reason): return reason.code
        case .signedExcluded: return "signed-excluded-step"
        case .excludedStepMissing: return "excluded-step-missing"
        case .evidenceMissing: return "evidence-missing"
        case .notKept: return "evidence-not-kept"
        case .tooEarly: return "too-early"
        case .lapsed: return "lapsed"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .approves, .rejects, .stepRemoved, .noLongerAsked, .otherWording, .evidenceMissing,
            .notKept:
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
        case .deputy(let reason): return reason.values
        case .samePerson(let principal, let entry):
            return ["principal": .name(principal), "entry": .number(entry)]
        case .madeBefore(let entry), .unsignedOverSigned(let entry), .requestedOneself(let entry):
            return ["entry": .number(entry)]
        case .requestMissing(let role), .roleRemoved(let role): return ["role": .name(role)]
        case .unauthenticated(let reason): return reason.values
        case .signedExcluded(let principal, let step):
            return ["principal": .name(principal), "step": .name(step)]
        case .excludedStepMissing(let step): return ["step": .name(step)]
        }
    }
}
