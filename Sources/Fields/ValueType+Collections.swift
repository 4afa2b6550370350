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
            return items.compactMap { node in
                let value = item.read(node, context)
                if value == nil { context.noteUnread(node, item.words) }
                return value
            }
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
            node.kind == .sequence
                ? many.read(node, context) : item.read(node, context).map { [$0] }
        }
    }

    /// A mapping that is read by a list of fields.
    package static func mapping(
        _ shape: Shape, make: @escaping @Sendable (MappingReader) -> Value?
    ) -> ValueType {
        ValueType(words: "\(shape.name) (a mapping)", schema: shape.schema, shape: shape) {
            node, context in
            MappingReader(node, as: shape, in: context).flatMap(make)
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
            return node.entries.compactMap { entry in
                let name = entry.key.withoutParameters(context).flatMap { key.read($0, context) }
                let item = value.read(entry.value, context)
                guard let name, let item else { return nil }
                return (key: name, node: entry.key, value: item)
            }
        }
    }
}
