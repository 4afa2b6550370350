package import CanonicalJSON

/// Why somebody may not act for a member of a role.
package enum DeputyReason: Reason {
    case notADeputy(Principal, of: Principal, RoleID)
    case notYet(Principal, from: Instant)
    case over(Principal, ended: Instant)

    package var code: String {
        switch self {
        case .notADeputy: return "not-a-deputy"
        case .notYet: return "not-yet-a-deputy"
        case .over: return "deputy-no-more"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .notADeputy(let deputy, let member, let role):
            return ["deputy": .name(deputy), "member": .name(member), "role": .name(role)]
        case .notYet(let deputy, let from): return ["deputy": .name(deputy), "from": .moment(from)]
        case .over(let deputy, let ended): return ["deputy": .name(deputy), "at": .moment(ended)]
        }
    }
}
