/// The id of a role.
package struct RoleID: Name {
    package let text: String

    package init(_ text: String) { self.text = text }
}
