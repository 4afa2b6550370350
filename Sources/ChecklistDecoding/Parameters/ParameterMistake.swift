import Fields
package import Rollout

/// A target or a value for a parameter that the checklist does not take.
package enum ParameterMistake: Error, Hashable, CustomStringConvertible {
    /// `known` are the parameters that can be set.
    case unknown(name: String, known: [String])
    case notAllowed(name: String, value: String, allowed: [String])
    case derived(name: String, from: String)
    /// `value` is what the target sets.
    case setByTarget(name: String, value: String, target: TargetID)
    case unknownTarget(TargetID, known: [TargetID])

    package var description: String {
        switch self {
        case .unknown(let name, let known):
            Self.absent("parameter", name, known)
        case .notAllowed(let name, let value, let allowed):
            "The parameter \"\(name)\" is never \"\(value)\"; it is one of "
                + allowed.joined(separator: ", ") + Self.question(value, allowed)
        case .derived(let name, let from):
            "The parameter \"\(name)\" follows from \"\(from)\" and cannot be set; set \"\(from)\"."
        case .setByTarget(let name, let value, let target):
            "The target \"\(target)\" sets \"\(name)\" to \"\(value)\", which cannot be changed; "
                + "change the checklist, or name another target."
        case .unknownTarget(let target, let known):
            Self.absent("target", target.text, known.map(\.text))
        }
    }

    /// Which was probably meant, at the end of a list of all.
    private static func question(_ value: String, _ allowed: [String]) -> String {
        guard let near = NearestName.nearest(to: value, among: allowed) else { return "." }
        return ". Did you mean \"\(near)\"?"
    }

    private static func absent(_ what: String, _ name: String, _ known: [String]) -> String {
        guard !known.isEmpty else {
            return "There is no \(what) \"\(name)\": the checklist has none"
                + (what == "parameter" ? " that can be set." : ".")
        }
        return "There is no \(what) \"\(name)\"; "
            + (NearestName.question(for: name, among: known)
                ?? (known.count == 1
                    ? "the only one is \(known[0])."
                    : "there are \(known.joined(separator: ", "))."))
    }

    /// The code, message and fix of the same mistake where the checklist makes it.
    var located: (code: String, message: String, fix: String) {
        switch self {
        case .unknown(let name, let known):
            (
                "unknown-parameter", "there is no parameter \"\(name)\"",
                NearestName.suggestion(for: name, among: known) ?? "declare it under parameters"
            )
        case .notAllowed(let name, let value, let allowed):
            (
                "wrong-value", "\(name) is never \"\(value)\"",
                NearestName.suggestion(for: value, among: allowed) ?? ""
            )
        case .derived(let name, let from):
            (
                "derived-parameter", "\"\(name)\" follows from \"\(from)\" and cannot be set",
                "set \"\(from)\""
            )
        case .setByTarget, .unknownTarget: ("wrong-value", description, "")
        }
    }
}
