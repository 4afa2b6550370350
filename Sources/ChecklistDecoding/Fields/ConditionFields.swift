import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// A part of a `when`: a parameter that must have one of some values.
struct Condition: Sendable {
    static let summary =
        "Parameters with the value, or one of the values, that each must have; else it does not apply."

    let parameter: String
    let parameterNode: YAMLNode
    let values: [Located<String>]
}

extension ValueType where Value == [Condition] {
    /// The conditions of a `when`, all of which must hold.
    static var conditions: ValueType {
        let value = ValueType<String>.text.composed.located
        let words = "a mapping of parameters to the values that they must have"
        return ValueType(
            words: words,
            schema: [
                "type": "object", "minProperties": 1,
                "additionalProperties": ValueType<[String]>.oneOrMany(.text).schema,
            ]
        ) { node, context in
            guard node.kind == .mapping, !node.entries.isEmpty else {
                context.report(
                    "wrong-type", "\(words) is wanted", fix: "write when: {PARAMETER: VALUE}",
                    at: node)
                return nil
            }
            return node.entries.map { entry in
                let nodes = entry.value.kind == .sequence ? entry.value.items : [entry.value]
                if nodes.isEmpty {
                    context.report(
                        "wrong-value", "the list needs at least 1 entry", at: entry.value)
                }
                return Condition(
                    parameter: entry.key.text, parameterNode: entry.key,
                    values: nodes.compactMap { value.read($0, context) })
            }
        }
    }
}
