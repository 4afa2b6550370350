import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == TypedValue {
    /// A value that an expectation compares with.
    static func operand(of subject: ExpectationSubject, mayBeEmpty: Bool = false) -> ValueType {
        switch subject {
        case .content, .text, .parameter, .record, .list:
            return (mayBeEmpty ? ValueType<String>.anyText : .text).map { text, _, _ in .text(text)
            }
        case .number:
            return .scalar(
                "a number (5, 0.25, -1e3)", schema: .quotedOr(["type": "number"], numberPattern)
            ) { DecimalNumber($0).map { .number($0) } }
        case .size:
            return .scalar(
                "a size in bytes (1024, 10 kB, 4 MiB)", schema: ["type": ["string", "number"]]
            ) { ByteCount.bytes($0).map { .size($0) } }
        case .duration: return ValueType<Duration>.duration.map { value, _, _ in .duration(value) }
        case .version(let rules):
            return .scalar(
                "a version by the rules of \(rules.rawValue)",
                schema: ["type": ["string", "number"], "minLength": 1]
            ) { Version($0, rules).map { .version($0) } }
        case .mode: return FileMode.type.map { bits, _, _ in .mode(bits) }
        case .address:
            return .scalar("an address (192.0.2.1, 2001:db8::1)", schema: ["type": "string"]) {
                IPAddress($0).map { .text($0.compared.description) }
            }
        case .json: return .json
        }
    }

    private static var numberPattern: String {
        "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?$"
    }

    /// A value as JSON has it: what stands in quotes is a text, and `5`, `true` and `null` are what
    /// they are in JSON.
    static var json: ValueType {
        ValueType(words: "a value as in JSON", schema: .object([:])) { node, context in
            read(node, context, depth: 0)
        }
    }

    /// How deep a value may nest in a checklist.
    private static var deepest: Int { 16 }

    private static func read(
        _ node: YAMLNode, _ context: ReadingContext, depth: Int
    ) -> TypedValue? {
        guard depth < deepest else {
            context.report("wrong-value", "the value nests deeper than \(deepest)", at: node)
            return nil
        }
        switch node.kind {
        case .scalar: return scalar(node, context)
        case .sequence:
            let items = node.items.map { read($0, context, depth: depth + 1) }
            return items.contains { $0 == nil } ? nil : .list(items.compactMap { $0 })
        case .mapping:
            var object = JSONObject()
            for entry in node.entries {
                guard let value = read(entry.value, context, depth: depth + 1) else { return nil }
                guard object.add(entry.key.text, value) else {
                    context.report("wrong-value", "the key stands here twice", at: entry.key)
                    return nil
                }
            }
            return .object(object)
        }
    }

    private static func scalar(_ node: YAMLNode, _ context: ReadingContext) -> TypedValue? {
        guard !node.isNothing else { return .null }
        guard let text = Substitution.text(of: node, in: context) else { return nil }
        guard node.isPlain else { return .text(text) }
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: return DecimalNumber(text).map { .number($0) } ?? .text(text)
        }
    }
}

extension ValueType where Value == VersionConstraint {
    /// Bounds of a version in one text.
    static func constraint(_ rules: VersionRules) -> ValueType {
        scalar(
            "a version by the rules of \(rules.rawValue), or its bounds (>= 1.2, < 2)",
            schema: ["type": ["string", "number"], "minLength": 1]
        ) { VersionConstraint($0, rules) }
    }
}

extension ValueType where Value == AddressRange {
    static var addressRange: ValueType {
        scalar(
            "a range of addresses (10.0.0.0/8, 2001:db8::/32), no bits after the prefix",
            schema: ["type": "string"]
        ) { AddressRange($0) }
    }
}

extension ValueType where Value == TextPattern {
    /// A regular expression, tried when the checklist is read.
    static var pattern: ValueType {
        scalar(
            "a regular expression of PCRE2 (at most \(TextPattern.lengthLimit) bytes, brackets at"
                + " most \(TextPattern.nestingLimit) deep)",
            schema: [
                "type": ["string", "number", "boolean"],
                "maxLength": .integer(Int64(TextPattern.lengthLimit)),
            ]
        ) { $0.isEmpty ? nil : TextPattern($0) }
    }
}
