package import CanonicalJSON
package import Fields
import LocatedYAML
import Rollout

extension ValueType where Value == ExpectedPresence {
    /// The word `absent` or `present`, or an expectation of what must be there.
    ///
    /// A value of that very text is `{equals: absent}`.
    package static func presence(of subject: ExpectationSubject) -> ValueType {
        let expectation = ValueType<ValueExpectation>.expectation(of: subject)
        return ValueType(
            words: "absent, present, or \(expectation.words)",
            schema: ["anyOf": [["enum": ["absent", "present"]], expectation.schema]],
            shape: expectation.shape
        ) { node, context in
            if node.kind == .scalar, node.isPlain {
                if node.hasText("absent") { return .absent }
                if node.hasText("present") { return .present }
            }
            return expectation.read(node, context).map { .fitting($0) }
        }
    }
}

extension JSONExpectation {
    /// Expectations by the place of their value in JSON.
    package static var type: ValueType<JSONExpectation> {
        let type = type(depth: 2)
        return ValueType(
            words: type.words, schema: ["$ref": "#/$defs/json"], shape: type.shape, read: type.read)
    }

    /// The schema that stands once beside the fields that refer to it.
    package static var schema: JSONValue { type(depth: 2).schema }

    static func type(depth: Int) -> ValueType<JSONExpectation> {
        let places = ValueType<[(key: String, node: YAMLNode, value: ExpectedPresence)]>.entries(
            "a mapping of places in JSON (/status, /items/0/name) to what is expected there",
            key: .pointer, value: .presence(of: .json(depth: depth)))
        return places.map { entries, node, context in
            guard !entries.isEmpty else {
                context.report(
                    "wrong-value", "the expectation expects nothing",
                    fix: "add a place, such as /status: ok", at: node)
                return nil
            }
            return JSONExpectation(
                entries.compactMap { entry in
                    JSONPointer(entry.key).map { Place($0, entry.value) }
                })
        }
    }
}

extension ValueType where Value == String {
    fileprivate static var pointer: ValueType {
        ValueType(
            words: "a place in JSON", schema: ["type": "string", "pattern": "^(/([^~]|~[01])*)*$"]
        ) { node, context in
            let text = node.text
            guard JSONPointer(text) == nil else { return text }
            context.report(
                "wrong-value", "\"\(text)\" is no place in JSON (RFC 6901)",
                fix: "write / before each key or number, ~1 for a / and ~0 for a ~ in a key",
                at: node)
            return nil
        }
    }
}
