/// Who must approve the text of the checklist itself.
package struct ApprovalRule: Hashable, Sendable {
    /// Each of these roles must approve.
    package let roles: [RoleID]
    /// Whether a text that is not approved keeps every phase from going.
    package let isRequired: Bool

    package init(roles: [RoleID], isRequired: Bool) {
        self.roles = roles
        self.isRequired = isRequired
    }
}
