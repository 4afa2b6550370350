/// The id of a target: one of the places where the same checklist is carried out.
package struct TargetID: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
