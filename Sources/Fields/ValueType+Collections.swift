import CanonicalJSON
package import LocatedYAML

extension ValueType {
    /// A list; items that do not fit are reported and left out.
    package static func list<Item>(of item: ValueType<Item>, atLeast least: Int = 0) -> ValueType
    where Value == [Item] {
        let words = "a list, each entry \(item.words)"
        let schema: @Sendable () -> JSONValue = {
            var schema: [String: JSONValue] = ["type": "array", "items": item.schema]
            if least > 0 { schema["minItems"] = .integer(Int64(least)) }
            return .object(schema)
        }
        return ValueType(words: words, schema: schema(), shape: item.shape) {
            node, context in
            guard node.kind == .sequence else {
                context.reportKind(
                    of: node, wanted: "\(words) is wanted",
                    fix: node.kind == .scalar && !node.isNothing && node.text.count <= 60
                        ? "write [\(node.text)]" : "")
                return nil
            }
            let items = node.items
            if items.count < least {
                context.report(
                    "wrong-value",
                    "the list needs at least \(least) \(least == 1 ? "entry" : "entries")", at: node
                )
            }
            var values: [Item] = []
            values.reserveCapacity(items.count)
            for node in items {
                if let value = item.read(node, context) {
                    values.append(value)
                } else {
                    context.noteUnread(node, item.words)
                }
            }
            return values
        }
    }

    /// One item, or a list of at least one.
    package static func oneOrMany<Item>(_ item: ValueType<Item>) -> ValueType
    where Value == [Item] {
        let many = ValueType<[Item]>.list(of: item, atLeast: 1)
        return ValueType(
            words: "\(item.words), or a list of them",
            schema: ["anyOf": [item.schema, many.schema]], shape: item.shape
        ) { node, context in
            if node.kind == .sequence { return many.read(node, context) }
            guard let one = item.read(node, context) else { return nil }
            return [one]
        }
    }

    /// A mapping that is read by a list of fields.
    package static func mapping(
        _ shape: Shape, make: @escaping @Sendable (MappingReader) -> Value?
    ) -> ValueType {
        ValueType(words: "\(shape.name) (a mapping)", schema: shape.schema, shape: shape) {
            node, context in
            guard let reader = MappingReader(node, as: shape, in: context) else { return nil }
            return make(reader)
        }
    }

    /// A mapping whose keys the author chooses, in the order of the text.
    ///
    /// - Parameters:
    ///   - words: What the mapping is, with its article.
    ///   - key: How a key is read; keys are not substituted in.
    ///   - value: How a value is read.
    /// - Returns: A type whose values keep the nodes of their keys.
    package static func entries<Item>(
        _ words: String, key: ValueType<String>, value: ValueType<Item>
    ) -> ValueType where Value == [(key: String, node: YAMLNode, value: Item)] {
        ValueType(
            words: words,
            schema: [
                "type": "object", "additionalProperties": value.schema, "propertyNames": key.schema,
            ], shape: value.shape
        ) { node, context in
            guard node.kind == .mapping else {
                context.reportKind(of: node, wanted: "\(words) is wanted")
                return nil
            }
            var entries: Value = []
            node.forEachEntry { node, other in
                let name = node.withoutParameters(context).flatMap { key.read($0, context) }
                let item = value.read(other, context)
                if let name, let item { entries.append((key: name, node: node, value: item)) }
            }
            return entries
        }
    }
}
