package import Rollout

/// Why a request for a change does not count, in words.
package enum RequestWording {
    package static func sentence(_ reason: RequestReason, _ context: WordingContext) -> String {
        switch reason {
        case .notAsked: return "The step does not say who must ask for the change."
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .otherWording: return ActWording.otherWording
        case .otherRole(let asked): return "The change is asked for by \(context.role(asked))."
        case .notAMember(let principal, let role):
            return ActWording.notAMember(principal, role, context)
        case .deputy(let reason): return DeputyWording.sentence(reason, context)
        }
    }
}
