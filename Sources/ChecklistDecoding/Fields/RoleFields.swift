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
    static let deputies = Field<[DeputyTerms]>(
        "deputies", .list(of: .deputy), "Who acts for a member for a while.")

    static let shape = Shape(
        "a role", [title.description, members.description, deputies.description],
        otherWords: ["name": "title", "people": "members", "users": "members"])

    static func make(
        _ id: RoleID, _ reader: MappingReader, _ lookalikes: inout LookalikeMembers
    ) -> Role? {
        let title = reader[Self.title]
        let members = reader[Self.members] ?? []
        let deputies = reader[Self.deputies] ?? []
        for member in members { lookalikes.check(member, in: reader.context) }
        let names = members.map(\.value)
        for terms in deputies {
            lookalikes.check(terms.person, in: reader.context)
            guard reader[Self.members] != nil, !names.contains(terms.member.value) else { continue }
            reader.context.report(
                "deputy-of-nobody", "\(terms.member.value) is no member of \(id)",
                fix: NearestName.question(
                    for: terms.member.value.text, among: names.map(\.text))
                    ?? "name a member of the role", at: terms.member.node)
        }
        return title.map {
            Role(id: id, title: $0, members: names, deputies: deputies.map(\.deputy))
        }
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
