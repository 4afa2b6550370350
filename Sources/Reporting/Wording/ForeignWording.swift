package import Rollout

/// Why a statement is about another rollout, in words.
package enum ForeignWording {
    /// What was done for the other rollout.
    package enum Deed: String, Sendable, CaseIterable {
        case carriedOut = "carried out"
        case signed
        case given
        case made
    }

    package static func sentence(
        _ reason: ForeignReason, act: Deed, _ context: WordingContext
    ) -> String {
        let done = "It was \(act.rawValue) for"
        switch reason {
        case .otherPlace(let place):
            return
                "\(done) the checklist at \(Prose.value(place)), not for the one at \(Prose.value(context.checklist.rollout.place))."
        case .otherTarget(let theirs):
            let ours = context.checklist.target.map { context.target($0.id) }
            switch (theirs, ours) {
            case (let theirs?, let ours?):
                return "\(done) target \(context.target(theirs)), not for \(ours)."
            case (let theirs?, nil):
                return "\(done) target \(context.target(theirs)), and this rollout has no target."
            case (nil, let ours?): return "\(done) no target, not for \(ours)."
            case (nil, nil): return "\(done) another target."
            }
        case .otherValue(let parameter, let theirs, let ours):
            return "\(done) \(parameter) \(Prose.value(theirs)), not for \(Prose.value(ours))."
        case .unknownParameter(let parameter, let value):
            return
                "\(done) \(parameter) \(Prose.value(value)), and no parameter of that name tells rollouts of the checklist apart."
        }
    }
}
