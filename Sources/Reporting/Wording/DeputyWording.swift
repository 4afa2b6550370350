import Rollout

/// Why somebody may not act for another, in words.
enum DeputyWording {
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
