import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension ValueType {
    /// The word `system` for what the machine uses by itself, which reads as nil, or a value.
    ///
    /// So a parameter can have `system` as its default and still take a value.
    static func systemOr<Given>(_ type: ValueType<Given>) -> ValueType where Value == Given? {
        let words = "system, or \(type.words)"
        return ValueType(
            words: words, schema: ["anyOf": [["const": "system"], type.schema]]
        ) { node, context in
            guard let text = context.text(of: node, wanted: words) else { return nil }
            return text == "system" ? .some(nil) : type.read(node, context).map { .some($0) }
        }
    }
}
