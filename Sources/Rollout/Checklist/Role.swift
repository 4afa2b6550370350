/// A group of people who prepare, sign or decide.
package struct Role: Hashable, Sendable {
    package let id: RoleID
    package let title: String
    /// The principals that may sign for the role.
    package let members: [Principal]
    /// Who may act for a member, and when.
    package let deputies: [Deputy]

    package init(id: RoleID, title: String, members: [Principal], deputies: [Deputy] = []) {
        self.id = id
        self.title = title
        self.members = members
        self.deputies = deputies
    }

    /// Everybody whom the role names: its members, and those who may ever act for one.
    package var people: [Principal] { members + deputies.map(\.deputy) }
}
