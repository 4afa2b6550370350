import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The keys of a role.
enum RoleFields {
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The role for readers.")
    static let members = Field<[Located<Principal>]>(
        "members", .list(of: ValueType<Principal>.principal.located),
        "Who may sign for the role, such as nora@example.com.")

    static let shape = Shape(
        "a role", [title.description, members.description],
        otherWords: ["name": "title", "people": "members", "users": "members"])

    static func make(
        _ id: RoleID, _ reader: MappingReader, _ lookalikes: inout LookalikeMembers
    ) -> Role? {
        let title = reader[Self.title]
        let members = reader[Self.members] ?? []
        for member in members { lookalikes.check(member, in: reader.context) }
        return title.map { Role(id: id, title: $0, members: members.map(\.value)) }
    }
}

extension ValueType where Value == Principal {
    /// The name of a person or account, as `--as` takes it.
    static var principal: ValueType {
        scalar(
            "a principal without blanks (nora@example.com)",
            schema: ["type": ["string", "number", "boolean"], "pattern": "^\\S+$"]
        ) { Principal(written: $0) }
    }
}
