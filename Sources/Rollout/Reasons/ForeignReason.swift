package import CanonicalJSON

/// Why a statement about a checklist of the same id is about another rollout.
package enum ForeignReason: Reason {
    /// The checklist of the statement is kept elsewhere.
    case otherPlace(String)
    /// The target that the statement names; nil where it names none.
    case otherTarget(TargetID?)
    case otherValue(parameter: String, theirs: String, ours: String)
    /// The checklist has no such parameter, or it tells no rollouts apart any more.
    case unknownParameter(String, value: String)

    package var code: String {
        switch self {
        case .otherPlace: return "other-place"
        case .otherTarget: return "other-target"
        case .otherValue: return "other-value"
        case .unknownParameter: return "unknown-parameter"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .otherPlace(let place): return ["place": .string(place)]
        case .otherTarget(let target): return ["target": .name(target)]
        case .otherValue(let parameter, let theirs, let ours):
            return [
                "parameter": .string(parameter), "theirs": .string(theirs), "ours": .string(ours),
            ]
        case .unknownParameter(let name, let value):
            return ["parameter": .string(name), "value": .string(value)]
        }
    }
}
