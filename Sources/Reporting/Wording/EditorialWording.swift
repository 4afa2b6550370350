package import Rollout

/// Why an editorial change carries evidence over or not, in words.
package enum EditorialWording {
    package static func sentence(_ reason: EditorialReason, _ context: WordingContext) -> String {
        switch reason {
        case .counts: return "Evidence for the words before counts for those of today."
        case .stepRemoved: return "The checklist no longer has the step."
        case .foreign(let foreign): return ForeignWording.sentence(foreign, act: .made, context)
        case .unauthenticated(let reason):
            return AuthenticationWording.sentence(reason, context)
        case .otherChecklist(let id):
            return "The words before are those of another checklist, \(Prose.value(id))."
        case .datedAhead(let at): return ActWording.datedAhead(at, context)
        case .takenBack(let by, let at, let entry):
            return ActWording.takenBack(by, at, entry, context)
        case .notTheOwner(let principal, let owner):
            return
                "Only a member of \(context.role(owner)) may say that a rewording changed no meaning, and \(principal) is none or acted for another role."
        case .sameWording: return "Title and text of the step are those of today."
        case .otherRules:
            return
                "More than title and text of the step changed: evidence for other rules is not carried over."
        case .otherWording:
            return "It leads to a wording that neither is that of today nor leads to it."
        case .saidAlready(let entry): return "It was said before (entry \(entry))."
        }
    }

    /// What is said of steps that are ready so, before their number.
    package static let carried =
        "Ready by evidence for earlier words, which the owner says mean the same"

    /// Such as "an earlier wording, whose meaning the owner says is the same (entry 12)".
    package static func wording(by entries: [Int]) -> String {
        "an earlier wording, whose meaning the owner says is the same (\(Prose.entries(entries)))"
    }
}
