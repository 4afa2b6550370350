import CanonicalJSON

/// A check of a step as reasons name it.
package struct CheckName: Hashable, Sendable {
    package let kind: String
    package let subject: String
    /// The place of the check in its step, from 0.
    package let position: Int
    /// From where it was carried out; nil where that has no name, or where it was not.
    package let site: SiteID?

    package init(_ definition: CheckDefinition, position: Int, site: SiteID? = nil) {
        kind = definition.kind
        subject = definition.subject
        self.position = position
        self.site = site
    }

    var json: JSONValue {
        var members: [String: JSONValue] = [
            "kind": .string(kind), "subject": .string(subject), "position": .number(position),
        ]
        if let site { members["site"] = .name(site) }
        return .object(members)
    }
}
