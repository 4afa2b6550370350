package import Rollout

/// Who acts for whom, and why somebody may not, in words.
package enum DeputyWording {
    /// Who acts, and in whose place; `for` is the word of roles.
    package static func name(_ actor: Actor) -> String {
        "\(actor.principal)\(place(actor))"
    }

    /// In whose place somebody acts; empty for those who act for themselves.
    package static func place(_ actor: Actor) -> String {
        actor.onBehalfOf.map { " in place of \($0)" } ?? ""
    }

    static func sentence(_ reason: DeputyReason, _ context: WordingContext) -> String {
        switch reason {
        case .notADeputy(let deputy, let member, let role):
            return "\(deputy) is not a deputy of \(member) in \(context.role(role))."
        case .notYet(let deputy, let from):
            return "\(deputy) stands in from \(context.time(from)) on, and not before."
        case .over(let deputy, let ended):
            return "\(deputy) stood in until \(context.end(ended)), and no longer does."
        }
    }
}
