package import CanonicalJSON
import LocatedYAML
import Rollout

extension ValueType where Value == String {
    /// Any text that is not empty, as written: `no` stays `no`, `1.10` stays `1.10`.
    package static var text: ValueType {
        text(words: "a text")
    }

    package static var markdown: ValueType {
        text(words: "a text in Markdown")
    }

    /// Any text that is not empty, as it stands: `${` in it has no meaning.
    package static var literal: ValueType {
        let words = "a text"
        return ValueType(
            words: words, schema: ["type": ["string", "number", "boolean"], "minLength": 1]
        ) { node, context in
            context.isText(node, wanted: words) ? node.text : nil
        }
    }

    /// An address on the web or elsewhere.
    package static var url: ValueType {
        scalar("a URL", schema: ["type": "string", "minLength": 1]) { text in
            let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
            let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
            return isPlain && !scheme.isEmpty && scheme.count + 1 < text.utf8.count ? text : nil
        }
    }

    /// A short name that references can be made to.
    package static var identifier: ValueType {
        scalar(
            "an id (a-z, 0-9 and -, at most 64)",
            schema: ["type": ["string", "number", "boolean"], "pattern": "^[a-z0-9-]{1,64}$"]
        ) { text in
            (1...64).contains(text.utf8.count)
                && text.utf8.allSatisfy {
                    (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
                } ? text : nil
        }
    }

    /// Any text that is not empty, said in other words: "the id of a role".
    package static func text(words: String) -> ValueType {
        scalar(words, schema: ["type": ["string", "number", "boolean"], "minLength": 1]) {
            $0.isEmpty ? nil : $0
        }
    }
}

extension ValueType where Value == Bool {
    /// `true` or `false`.
    package static var boolean: ValueType {
        scalar("true or false", schema: .quotedOr(["type": "boolean"], "^(true|false)$")) { text in
            switch text {
            case "true": return true
            case "false": return false
            default: return nil
            }
        }
    }
}

extension ValueType where Value == Int {
    /// A whole number in decimal within a range.
    package static func integer(_ range: ClosedRange<Int>) -> ValueType {
        scalar(
            "a whole number from \(range.lowerBound) to \(range.upperBound)",
            schema: .quotedOr(
                [
                    "type": "integer", "minimum": .integer(Int64(range.lowerBound)),
                    "maximum": .integer(Int64(range.upperBound)),
                ], "^-?[0-9]{1,18}$")
        ) { text in
            let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
            guard digits.count <= 18, digits.allSatisfy({ (48...57).contains($0) }),
                let number = Int(text)
            else { return nil }
            return range.contains(number) ? number : nil
        }
    }
}

extension ValueType where Value == Duration {
    /// A whole number with a unit.
    package static var duration: ValueType {
        scalar(
            "a duration with a unit (500ms, 10s, 5m, 24h, 30d, 2w)",
            schema: ["type": "string", "pattern": "^[0-9]{1,9}(ms|s|m|h|d|w)$"]
        ) { Duration(language: $0) }
    }

    /// A duration of at least a millisecond.
    package static var positiveDuration: ValueType {
        duration.map { value, node, context in
            if value > .zero { return value }
            context.report("wrong-value", "the duration must be longer than 0", at: node)
            return nil
        }
    }
}

extension ValueType where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a fixed set of words.
    package static var choice: ValueType {
        let names = Value.allCases.map(\.rawValue)
        return ValueType<String>.choice(of: names).map { name, _, _ in Value(rawValue: name) }
    }
}

extension ValueType where Value == String {
    /// One of a fixed set of words, with the nearest named where it is none of them.
    package static func choice(of names: [String]) -> ValueType {
        let words = "one of " + names.joined(separator: ", ")
        return ValueType(
            words: words,
            schema: [
                "anyOf": .array(
                    [["enum": .array(names.flatMap(Self.spellings))]] + Self.numbers(names)
                        + [["type": "string", "pattern": "\\$\\{"]])
            ]
        ) { node, context in
            guard let text = context.text(of: node, wanted: words) else { return nil }
            if names.contains(text) { return text }
            context.report(
                "wrong-value", "\"\(text)\" is not \(words)",
                fix: NearestName.question(for: text, among: names) ?? "", at: node)
            return nil
        }
    }

    /// The words and booleans that a YAML reader may make of a word.
    private static func spellings(_ name: String) -> [JSONValue] {
        name == "true" || name == "false"
            ? [.string(name), .boolean(name == "true")] : [.string(name)]
    }

    /// The numbers that a YAML reader may make of words such as `1.3`.
    ///
    /// They are told by their whole part alone, because a fraction is read as the nearest binary
    /// one, which need not be the same everywhere.
    private static func numbers(_ names: [String]) -> [JSONValue] {
        let whole = names.compactMap { name -> Int64? in
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count <= 2,
                parts.allSatisfy({ part in
                    (1...15).contains(part.utf8.count)
                        && part.utf8.allSatisfy { (48...57).contains($0) }
                })
            else { return nil }
            return parts.first.flatMap { Int64($0) }
        }
        guard let least = whole.min(), let most = whole.max() else { return [] }
        return [
            ["type": "number", "minimum": .integer(least), "exclusiveMaximum": .integer(most + 1)]
        ]
    }
}

extension ValueType where Value == Template {
    /// A text that may name parameters, whose values are not known yet.
    package static var template: ValueType {
        let text = ValueType<String>.text
        return ValueType(words: text.words, schema: text.schema) { node, context in
            guard context.isText(node, wanted: text.words) else { return nil }
            let template = Template(node)
            return template.isClosed(in: context) ? template : nil
        }
    }
}

extension JSONValue {
    /// A schema that also takes the value as a text in quotes, as the decoder does.
    package static func quotedOr(_ schema: JSONValue, _ pattern: String) -> JSONValue {
        ["anyOf": [schema, ["type": "string", "pattern": .string(pattern)]]]
    }
}
