/// A key of a mapping: how its value reads, whether it must be there, and what it is for.
///
/// A class, because a field is handed on with every value that is read.
package final class Field<Value: Sendable>: Sendable {
    package let key: String
    package let type: ValueType<Value>
    package let presence: FieldDescription.Presence
    /// One sentence for the documentation and for editors.
    package let summary: String

    package init(
        _ key: String, _ type: ValueType<Value>, _ presence: FieldDescription.Presence,
        _ summary: String
    ) {
        self.key = key
        self.type = type
        self.presence = presence
        self.summary = summary
    }

    /// A key that may be left out.
    package convenience init(_ key: String, _ type: ValueType<Value>, _ summary: String) {
        self.init(key, type, .optional, summary)
    }

    /// The field without the type of its value, for lists of fields.
    package var description: FieldDescription { FieldDescription(self) }
}
