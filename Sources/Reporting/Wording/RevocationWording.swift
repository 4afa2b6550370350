package import Rollout

/// Why a revocation counts or not, in words.
package enum RevocationWording {
    package static func sentence(_ reason: RevocationReason, _ context: WordingContext) -> String {
        switch reason {
        case .counts: return "It takes the entry back."
        case .foreign(let foreign): return ForeignWording.sentence(foreign, act: .made, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .noSuchEntry:
            return "It names no earlier entry of this rollout by its number and its digest."
        case .notRevocable:
            return "Only sign-offs, waivers and editorial changes can be taken back."
        case .takenBackAlready(let by, let entry):
            return "\(by) took the entry back before (entry \(entry))."
        case .unsignedOverSigned(let entry):
            return
                "Nobody signed it, and entry \(entry), which it names, is signed: only what is signed takes that back."
        case .notTheAuthor(let author, nil): return "Only \(author) may take the entry back."
        case .notTheAuthor(let author, let owner?):
            return
                "Only \(author) or a member of \(context.role(owner)) may take the entry back."
        }
    }
}
