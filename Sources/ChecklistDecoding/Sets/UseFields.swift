import CanonicalJSON
import Characters
import Fields
import LocatedYAML
import Rollout

/// The keys of an entry that puts a step set into a checklist.
enum UseFields {
    static let file = Field<String>(
        "file", .setPath, .required, "The file of the set, below the folder of the checklist.")
    static let digest = Field<ContentDigest>(
        "digest", .contentDigest, .required, "The digest of the text of the set.")
    static let prefix = Field<String>(
        "prefix", .identifier, .defaults("the name of the file without its ending"),
        "What stands before the ids of its steps, with a hyphen.")
    static let values = Field<[(key: String, node: YAMLNode, value: Located<Template>)]>(
        "with",
        .entries(
            "a mapping of parameters of the set to values", key: .identifier,
            value: ValueType<Template>.template.located),
        "The values of the set's parameters; they may name those of the checklist.")

    static let shape = Shape(
        "a use of a step set",
        [file.description, digest.description, prefix.description, values.description],
        otherWords: [
            "path": "file", "set": "file", "sha256": "digest", "parameters": "with",
            "values": "with", "id": "prefix", "name": "prefix",
        ])
}

extension ValueType where Value == String {
    /// A path that does not leave the folder that it counts from.
    fileprivate static var setPath: ValueType {
        scalar(
            "a path below the checklist's folder, without . and ..",
            schema: ["type": "string", "pattern": "^[^/].*\\.ya?ml$"]
        ) { text in
            SetSource.isInside(text) && (text.hasSuffix(".yaml") || text.hasSuffix(".yml"))
                ? text : nil
        }
    }
}

extension ValueType where Value == ContentDigest {
    fileprivate static var contentDigest: ValueType {
        let words = "a digest (sha256: and 64 hexadecimal digits in small letters)"
        return ValueType(
            words: words, schema: ["type": "string", "pattern": "^sha256:[0-9a-f]{64}$"]
        ) { node, context in
            guard let text = context.text(of: node, wanted: words) else { return nil }
            if let digest = ContentDigest(text), digest.description == text { return digest }
            context.report(
                "wrong-value", "\"\(text)\" is not \(words)",
                fix:
                    "look at the set, and have `readiness use --upgrade --write CHECKLIST` fill it in",
                at: node)
            return nil
        }
    }
}
