import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The keys of a role.
enum RoleFields {
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The role for readers.")
    static let members = Field<[Principal]>(
        "members", .list(of: .principal), "Who may sign for the role, such as nora@example.com.")

    static let shape = Shape("a role", [title.description, members.description])

    static func make(_ id: RoleID, _ reader: MappingReader) -> Role? {
        let title = reader[Self.title]
        let members = reader[Self.members] ?? []
        return title.map { Role(id: id, title: $0, members: members) }
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
