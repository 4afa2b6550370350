/// Somebody approved the text of the checklist, whose digest the statement names.
package struct PlanApproval: Hashable, Sendable {
    /// The people of one role who may approve the next text.
    package struct Approvers: Hashable, Sendable {
        package let role: RoleID
        package let members: [Principal]

        package init(role: RoleID, members: [Principal]) {
            self.role = role
            self.members = members
        }
    }

    /// Who may approve the text that comes after this one, as this one has it: whoever edits a text
    /// edits its members too, so that the new ones cannot speak for it themselves.
    package let next: [Approvers]
    /// Whether the text asks for approval: one that does not may not follow it unapproved.
    package let isRequired: Bool
    package let note: String

    package init(next: [Approvers], isRequired: Bool, note: String) {
        self.next = next
        self.isRequired = isRequired
        self.note = note
    }
}
