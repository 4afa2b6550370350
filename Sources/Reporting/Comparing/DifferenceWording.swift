package import Rollout

/// What is different about one thing of a checklist, in words.
package enum DifferenceWording {
    /// Such as "step allow-endpoint “The gateway may reach it”".
    package static func subject(_ difference: Difference) -> String {
        let title = difference.title.isEmpty ? "" : " “\(difference.title)”"
        switch difference.subject {
        case .checklist: return "the checklist"
        case .phase(let id): return "phase \(id)\(title)"
        case .role(let id): return "role \(id)\(title)"
        case .parameter(let name): return "parameter \(name)"
        case .effect(let id): return "effect \(id)\(title)"
        case .step(let id): return "step \(id)\(title)"
        }
    }

    /// Lines that say what is different about a part.
    package static func lines(_ part: PartChange) -> [String] {
        switch part.part {
        case .change: return ["change: the announcement is another one"]
        case .effect: return ["its kind, words, rating, roles or references are others"]
        case .checkOptions: return ["check: its options are others"]
        case .spelling: return ["a value is written in another way, or its conditions are others"]
        default: break
        }
        let name = part.part == .dueOn ? "due on" : part.part.rawValue
        guard part.before.count > 1 || part.after.count > 1 else {
            return ["\(name): \(value(part.before)) → \(value(part.after))"]
        }
        let changes = part.after.difference(from: part.before)
        return ["\(name):"] + changes.removals.map { "  - \(element($0))" }
            + changes.insertions.map { "  + \(element($0))" }
    }

    private static func value(_ lines: [String]) -> String {
        lines.first.map(Prose.value) ?? "none"
    }

    private static func element(_ change: CollectionDifference<String>.Change) -> String {
        switch change {
        case .insert(_, let element, _), .remove(_, let element, _): return element
        }
    }
}
