import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension TextExpectation {
    private enum Keys {
        static let contains = Field(
            "contains", .oneOrMany(.text), .optional, "Texts that must be part of it.")
        static let matches = Field(
            "matches", .oneOrMany(.pattern), .optional,
            "Regular expressions that must match somewhere in it.")
        static let lacks = Field(
            "lacks", .oneOrMany(.text), .optional, "Texts that must not be part of it.")
        static let equals = Field(
            "equals", .anyText, .optional,
            "What it must be as a whole, but for one line break at its end.")
    }

    static let shape = Shape(
        "an expectation of a text",
        [
            Keys.contains.description, Keys.matches.description, Keys.lacks.description,
            Keys.equals.description,
        ])

    /// A text that must be part of it, or a mapping that says more.
    package static var type: ValueType<TextExpectation> {
        .shorthand(
            ValueType<String>.text.map { text, _, _ in
                var expectation = TextExpectation()
                expectation.contains = [text]
                return expectation
            }, or: .mapping(shape) { TextExpectation($0) })
    }

    private init?(_ options: MappingReader) {
        self.init()
        contains = options[Keys.contains] ?? []
        matches = options[Keys.matches] ?? []
        lacks = options[Keys.lacks] ?? []
        equals = options[Keys.equals]
        guard isEmpty else { return }
        if !Self.shape.fields.contains(where: { field in
            options.node.entries.contains { $0.key.text == field.key }
        }) {
            options.context.report(
                "wrong-value", "the expectation expects nothing",
                fix: "add contains, matches, lacks or equals", at: options.node)
        }
        return nil
    }
}

extension ValueType {
    /// A short form as a single value, or the long form as a mapping.
    static func shorthand(_ short: ValueType, or long: ValueType) -> ValueType {
        ValueType(
            words: "\(short.words), or \(long.words)",
            schema: ["anyOf": [short.schema, long.schema]], shape: long.shape
        ) { node, context in
            node.kind == .mapping ? long.read(node, context) : short.read(node, context)
        }
    }
}

extension ValueType where Value == String {
    /// Any text; an empty one is written as `""`.
    static var anyText: ValueType {
        scalar("a text", schema: ["type": ["string", "number", "boolean"]]) { $0 }
    }
}

extension ValueType where Value == TextPattern {
    /// A regular expression, tried when the checklist is read.
    static var pattern: ValueType {
        scalar("a regular expression", schema: ["type": ["string", "number", "boolean"]]) {
            $0.isEmpty ? nil : TextPattern($0)
        }
    }
}
