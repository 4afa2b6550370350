import CanonicalJSON

/// A check of a step as reasons name it.
package struct CheckName: Hashable, Sendable {
    package let kind: String
    package let subject: String
    /// The place of the check in its step, from 0.
    package let position: Int

    package init(_ definition: CheckDefinition, position: Int) {
        kind = definition.kind
        subject = definition.subject
        self.position = position
    }

    var json: JSONValue {
        [
            "kind": .string(kind), "subject": .string(subject),
            "position": .integer(Int64(position)),
        ]
    }
}
