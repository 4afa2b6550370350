package import Rollout

/// What a check leaves unverified because the checklist asks it to, in words.
package enum CautionWording {
    package static func sentence(_ caution: Caution) -> String {
        switch caution {
        case .certificateNotVerified:
            return
                "The certificate is not verified: neither its chain, nor its name, nor its dates count."
        }
    }
}
