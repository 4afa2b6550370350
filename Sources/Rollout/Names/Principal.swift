/// A person or account that acts, as the roles of a checklist name people: `nora@example.com`.
package struct Principal: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
