package import CanonicalJSON

/// Why a request for a change does not count; the same cases refuse one before it is recorded.
package enum RequestReason: Reason {
    /// The step does not name a role that asks for it.
    case notAsked
    case unauthenticated(AuthenticationReason)
    case otherWording
    case otherRole(asked: RoleID)
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)

    package var code: String {
        switch self {
        case .notAsked: return "request-not-asked"
        case .unauthenticated(let reason): return reason.code
        case .otherWording: return "other-wording"
        case .otherRole: return "other-role"
        case .notAMember: return "not-a-member"
        case .deputy(let reason): return reason.code
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .notAsked, .otherWording: return [:]
        case .unauthenticated(let reason): return reason.values
        case .otherRole(let asked): return ["asked": .name(asked)]
        case .notAMember(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .deputy(let reason): return reason.values
        }
    }
}
