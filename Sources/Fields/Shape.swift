package import CanonicalJSON

/// The keys that a mapping may have, in the order in which they are explained.
package struct Shape: Sendable {
    /// One reference, because a shape is handed on with every mapping that is read.
    private let storage: Storage

    private final class Storage: Sendable {
        let name: String
        let fields: [FieldDescription]
        let keys: [String]
        let required: [FieldDescription]
        /// Keys by the words that people write for them.
        let otherWords: [String: String]
        let asksForSecrets: Bool

        init(
            _ name: String, _ fields: [FieldDescription], _ otherWords: [String: String],
            _ isSecret: Bool
        ) {
            self.name = name
            asksForSecrets = isSecret || fields.contains { $0.shape?.asksForSecrets ?? false }
            self.otherWords = otherWords
            self.fields = fields
            keys = fields.map(\.key)
            required = fields.filter { $0.presence == .required }
        }
    }

    /// A shape of fields.
    ///
    /// - Parameters:
    ///   - name: What the mapping is, with its article.
    ///   - fields: Its keys.
    ///   - otherWords: Keys by the words that people write for them: they are no keys, but are told
    ///     what they are called here.
    ///   - isSecret: It says where a secret is kept.
    package init(
        _ name: String, _ fields: [FieldDescription], otherWords: [String: String] = [:],
        isSecret: Bool = false
    ) {
        storage = Storage(name, fields, otherWords, isSecret)
    }

    /// What the mapping is, with its article: "a step".
    package var name: String { storage.name }
    package var fields: [FieldDescription] { storage.fields }
    /// The names of the keys, in the order of the fields.
    var keys: [String] { storage.keys }
    /// The fields that must be there.
    var required: [FieldDescription] { storage.required }

    /// Something in it says where a secret is kept.
    var asksForSecrets: Bool { storage.asksForSecrets }

    /// Whether a secret may stand under a key that is none, since it was probably meant for one.
    package func mayHoldSecret(_ key: String) -> Bool {
        let meant = self.key(meantBy: key, among: keys)
        return fields.contains { $0.key == meant && $0.shape?.asksForSecrets ?? false }
    }

    /// What to do about a key that is none.
    func suggestion(for key: String) -> String {
        if let meant = storage.otherWords[key] { return "write \"\(meant)\" for it" }
        return NearestName.suggestion(for: key, among: keys) ?? "remove it"
    }

    /// The key, of some, that somebody probably meant by another word.
    func key(meantBy word: String, among keys: [String]) -> String? {
        if let meant = storage.otherWords[word] { return keys.contains(meant) ? meant : nil }
        return NearestName.nearest(to: word, among: keys)
    }

    /// The JSON Schema (2020-12) of the mapping.
    package var schema: JSONValue {
        var properties: [String: JSONValue] = [:]
        for field in fields { properties[field.key] = Self.property(field) }
        let required = required.map { JSONValue.string($0.key) }
        var schema: [String: JSONValue] = [
            "type": "object", "additionalProperties": false, "properties": .object(properties),
        ]
        if !required.isEmpty { schema["required"] = .array(required) }
        return .object(schema)
    }

    private static func property(_ field: FieldDescription) -> JSONValue {
        var members = field.schema.members ?? [:]
        var text = field.summary
        if case .defaults(let value) = field.presence { text += " Default: \(value)." }
        members["description"] = .string(text)
        return .object(members)
    }
}
