package import CanonicalJSON

/// Why a decision stands or not; the same cases refuse one before it is recorded.
package enum DecisionReason: Reason {
    case stands
    case phaseRemoved
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    case datedAhead(Instant)
    /// Another role decides.
    case notTheOwner(RoleID, owner: RoleID)
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)
    /// It was signed before a no-go that the ledger took earlier.
    case madeBefore(entry: Int)
    /// Nobody signed it, and an earlier no-go is signed.
    case unsignedOverSigned(entry: Int)
    /// These roles did not answer the roll call before it.
    case pollMissing([RoleID])
    /// These roles said no-go, and the checklist asks for all of them.
    case pollAgainst([RoleID])
    /// These roles said no-go after it, and the checklist asks for all of them.
    case pollTurned([RoleID])
    case replaced(by: Int)
    /// It was made on another text of the checklist.
    case otherText(ContentDigest)

    /// Whether it stood until something came after it.
    var hasStood: Bool {
        switch self {
        case .stands, .replaced, .otherText, .pollTurned: return true
        default: return false
        }
    }

    package var code: String {
        switch self {
        case .stands: return "stands"
        case .phaseRemoved: return "phase-removed"
        case .foreign(let reason): return reason.code
        case .unauthenticated(let reason): return reason.code
        case .deputy(let reason): return reason.code
        case .madeBefore: return "made-before-a-no"
        case .unsignedOverSigned: return "unsigned-over-signed"
        case .pollMissing: return "poll-missing"
        case .pollAgainst: return "poll-against"
        case .pollTurned: return "poll-turned"
        case .datedAhead: return "dated-ahead"
        case .notTheOwner: return "not-the-owner"
        case .notAMember: return "not-a-member"
        case .replaced: return "replaced"
        case .otherText: return "other-text"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .stands, .phaseRemoved: return [:]
        case .foreign(let reason): return reason.values
        case .unauthenticated(let reason): return reason.values
        case .deputy(let reason): return reason.values
        case .madeBefore(let entry), .unsignedOverSigned(let entry):
            return ["entry": .number(entry)]
        case .pollMissing(let roles), .pollAgainst(let roles), .pollTurned(let roles):
            return ["roles": .names(roles)]
        case .datedAhead(let at): return ["at": .moment(at)]
        case .notTheOwner(let role, let owner):
            return ["role": .name(role), "owner": .name(owner)]
        case .notAMember(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .replaced(let entry): return ["entry": .number(entry)]
        case .otherText(let digest): return ["checklist": .string(digest.description)]
        }
    }
}
