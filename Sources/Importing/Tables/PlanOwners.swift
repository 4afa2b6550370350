/// Who answers for a row of a plan: its roles, and the people that it names.
package struct PlanOwners: Hashable, Sendable {
    /// The titles of the roles, each of which must sign; the first one is that of the step.
    ///
    /// Empty where the row names nobody.
    package let roles: [String]
    /// Owners that are people of the role, and no roles of their own.
    package let people: [String]
    /// What a column of members says.
    package let members: [String]
    /// Members of which the row does not say to which of its roles they belong.
    package let unplaced: [String]

    /// Owners are people of the role that the row names; where it names none, each owner is a role.
    ///
    /// - Parameters:
    ///   - role: What a column of roles says.
    ///   - owners: What a column of owners says.
    ///   - members: What a column of members says.
    init(role: String, owners: [String], members: [String]) {
        let roles = role.isEmpty ? Self.once(owners) : [role]
        self.roles = roles
        people = role.isEmpty ? [] : Self.once(owners)
        let isClear = roles.count < 2
        self.members = isClear ? Self.once(members) : []
        unplaced = isClear ? [] : Self.once(members).filter { !roles.contains($0) }
    }

    static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
