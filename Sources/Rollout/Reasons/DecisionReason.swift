package import CanonicalJSON

/// Why a decision stands or not; the same cases refuse one before it is recorded.
package enum DecisionReason: Reason {
    case stands
    case phaseRemoved
    case foreign(ForeignReason)
    case datedAhead(Instant)
    /// Another role decides.
    case notTheOwner(RoleID, owner: RoleID)
    case notAMember(Principal, RoleID)
    case replaced(by: Int)
    /// It was made on another text of the checklist.
    case otherText(ContentDigest)

    package var code: String {
        switch self {
        case .stands: return "stands"
        case .phaseRemoved: return "phase-removed"
        case .foreign(let reason): return reason.code
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
