import Fields
import LocatedYAML

extension ValueType where Value == YAMLNode {
    /// A mapping that is read later, when more is known.
    static func node(_ shape: Shape) -> ValueType {
        ValueType(words: "\(shape.name) (a mapping)", schema: shape.schema, shape: shape) {
            node, _ in node
        }
    }
}
