package import LocatedYAML

/// A value with the node that it was read from, for mistakes that are found later.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let node: YAMLNode

    package init(_ value: Value, at node: YAMLNode) {
        self.value = value
        self.node = node
    }
}

extension ValueType {
    /// The same type with the node of each value.
    package var located: ValueType<Located<Value>> {
        map { value, node, _ in Located(value, at: node) }
    }
}
