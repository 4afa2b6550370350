package import Rollout

/// How it is known who made a statement, in words.
package enum AuthenticationWording {
    /// The word that stands beside a name.
    package static func word(_ authentication: Authentication) -> String {
        switch authentication {
        case .none: return "unauthenticated"
        case .unverified: return "signed, not verified"
        }
    }

    /// What the word means, for readers who do not know it.
    package static func sentence(_ authentication: Authentication) -> String {
        switch authentication {
        case .none:
            return
                "The name was recorded as given, and nobody checked that the person is who the name says."
        case .unverified: return "There is a signature, and nobody verified it."
        }
    }
}
