package import CanonicalJSON

/// Why the retrospective of a decision is refused.
package enum RetrospectiveReason: Reason {
    /// The entry is no emergency decision.
    case noEmergency
    case otherRole(asked: [RoleID])
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)
    /// Who decided may not look back on it.
    case ownDecision(Principal)

    package var code: String {
        switch self {
        case .noEmergency: return "no-emergency"
        case .otherRole: return "other-role"
        case .notAMember: return "not-a-member"
        case .deputy(let reason): return reason.code
        case .ownDecision: return "own-decision"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .noEmergency: return [:]
        case .otherRole(let asked): return ["asked": .names(asked)]
        case .notAMember(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .deputy(let reason): return reason.values
        case .ownDecision(let principal): return ["principal": .name(principal)]
        }
    }
}
