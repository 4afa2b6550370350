package import CanonicalJSON

/// Why the outcome of a check does not count.
package enum CheckObjection: Reason {
    /// It was carried out for another rollout.
    case foreign(ForeignReason)
    /// The checklist names whose outcomes count, and this is none of them.
    case notARunner(Principal)
    case unauthenticated(AuthenticationReason)

    package var code: String {
        switch self {
        case .foreign(let reason): return reason.code
        case .notARunner: return "not-a-runner"
        case .unauthenticated(let reason): return reason.code
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .foreign(let reason): return reason.values
        case .notARunner(let principal): return ["principal": .name(principal)]
        case .unauthenticated(let reason): return reason.values
        }
    }
}
