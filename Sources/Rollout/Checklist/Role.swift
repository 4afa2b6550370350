/// A group of people who prepare, sign or decide.
package struct Role: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The principals that may sign for the role.
    package let members: [String]

    package init(id: String, title: String, members: [String]) {
        self.id = id
        self.title = title
        self.members = members
    }
}
