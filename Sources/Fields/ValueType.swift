package import CanonicalJSON
package import LocatedYAML

/// How a value of the language is read; the same value says it in words and in JSON Schema.
package struct ValueType<Value: Sendable>: Sendable {
    /// The type in words with its article, such as "a duration (10s, 24h, 30d)".
    package let words: String
    /// The mapping that the value is made of, for documentation; nil where it is none.
    package let shape: Shape?
    /// Reads a node; nil where it does not fit, and then what is wrong is reported.
    package let read: @Sendable (YAMLNode, ReadingContext) -> Value?
    private let makeSchema: @Sendable () -> JSONValue

    /// The schema is made only where it is asked for: reading needs none.
    package init(
        words: String, schema: @autoclosure @escaping @Sendable () -> JSONValue,
        shape: Shape? = nil, read: @escaping @Sendable (YAMLNode, ReadingContext) -> Value?
    ) {
        self.words = words
        makeSchema = schema
        self.shape = shape
        self.read = read
    }

    package var schema: JSONValue { makeSchema() }

    /// A type that is read from the text of a scalar, after substitution.
    ///
    /// - Parameters:
    ///   - words: The type in words with its article.
    ///   - schema: The JSON Schema of the value where it names no parameter.
    ///   - parse: Nil for a text that does not fit; the mistake is then reported with the words.
    /// - Returns: A type that also lets a parameter stand for the text.
    package static func scalar(
        _ words: String, schema: @autoclosure @escaping @Sendable () -> JSONValue,
        parse: @escaping @Sendable (String) -> Value?
    ) -> ValueType {
        ValueType(words: words, schema: .orParameter(schema())) { node, context in
            guard let text = context.text(of: node, wanted: words) else { return nil }
            if let value = parse(text) { return value }
            context.report("wrong-value", "\"\(text)\" is not \(words)", at: node)
            return nil
        }
    }

    /// The same type for what no verdict depends on, in which parameters that change no more than
    /// the wording may stand too.
    package var freelyWorded: ValueType {
        ValueType(words: words, schema: schema, shape: shape) { node, context in
            read(node, context.allowingWording)
        }
    }

    /// The same text read on to another type, with a mistake of its own where it does not fit.
    package func map<Other>(
        _ transform: @escaping @Sendable (Value, YAMLNode, ReadingContext) -> Other?
    ) -> ValueType<Other> {
        ValueType<Other>(words: words, schema: schema, shape: shape) { node, context in
            guard let value = read(node, context) else { return nil }
            return transform(value, node, context)
        }
    }
}

extension JSONValue {
    /// A scalar schema that also lets a text stand that names a parameter.
    fileprivate static func orParameter(_ schema: JSONValue) -> JSONValue {
        ["anyOf": [schema, ["type": "string", "pattern": "\\$\\{"]]]
    }
}

extension ReadingContext {
    /// The text of a scalar that is not empty, after substitution; else nil, and the mistake is reported.
    package func text(of node: YAMLNode, wanted words: String) -> String? {
        guard node.kind == .scalar, !node.isNothing else {
            reportKind(of: node, wanted: "\(words) is wanted")
            return nil
        }
        return Substitution.text(of: node, in: self)
    }

    /// Whether the node is a scalar that is not empty, whatever it names; else that is reported.
    func isText(_ node: YAMLNode, wanted words: String) -> Bool {
        guard node.kind == .scalar, !node.isNothing else {
            reportKind(of: node, wanted: "\(words) is wanted")
            return false
        }
        guard !node.hasText("") else {
            report("wrong-value", "\"\" is not \(words)", at: node)
            return false
        }
        return spend(node.text.utf8.count, at: node)
    }
}
