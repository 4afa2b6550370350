package import CanonicalJSON

/// What documentation, JSON Schema and the search for unknown keys need of a field.
package struct FieldDescription: Sendable {
    /// Whether a key must be there, and what holds where it is not.
    package enum Presence: Hashable, Sendable {
        case required
        case optional
        /// What holds where the key is absent, in the words of the language.
        case defaults(String)
    }

    package let key: String
    /// The type in words, such as "a duration (10s, 24h, 30d)".
    package let words: String
    private let makeSchema: @Sendable () -> JSONValue
    /// The mapping that the value is made of; nil where it is none.
    package let shape: Shape?
    package let presence: Presence
    package let summary: String

    init<Value>(_ field: Field<Value>) {
        key = field.key
        words = field.type.words
        makeSchema = { [type = field.type] in type.schema }
        shape = field.type.shape
        presence = field.presence
        summary = field.summary
    }

    package var schema: JSONValue { makeSchema() }
}
