import Fields
import LocatedYAML
import Rollout

/// The keys of an effect.
enum EffectFields {
    static let id = Field<String>(
        "id", .identifier, .required, "The name that steps address it by.")
    static let kind = Field<Effect.Kind>("kind", .choice, .required, "What kind of effect it is.")
    static let title = Field<String>(
        "title", .text.freelyWorded, .required, "The effect for readers.")
    static let text = Field<String>("text", .markdown.freelyWorded, "What happens, and to whom.")
    static let likelihood = Field<Effect.Degree>("likelihood", .choice, "How likely it is.")
    static let impact = Field<Effect.Degree>("impact", .choice, "How much it harms or helps.")
    static let roles = Field<[Located<RoleID>]>(
        "roles", .list(of: ValueType<RoleID>.role.located), "The roles that it concerns.")
    static let references = Field<[String]>(
        "references", ValueType<[String]>.list(of: .url).freelyWorded, "Where it is written.")
    static let accepted = Field<String>(
        "accepted", AcceptedReason.type.freelyWorded,
        "Why nothing is done about it: no step has to address it.")

    static let provenance = Field<Provenance>(
        "provenance",
        .provenance(
            of: [
                kind.key, title.key, text.key, likelihood.key, impact.key, roles.key,
                references.key, accepted.key,
            ]),
        "Where each key of the effect is from; in it, lists of keys.")

    static let shape = Shape(
        "an effect",
        [
            id.description, kind.description, title.description, text.description,
            likelihood.description, impact.description, roles.description, references.description,
            accepted.description, provenance.description,
        ])

    static func make(_ reader: MappingReader, _ names: DeclaredNames) -> Effect? {
        let id = reader[Self.id]
        let kind = reader[Self.kind]
        let title = reader[Self.title]
        let text = reader[Self.text] ?? ""
        let likelihood = reader[Self.likelihood]
        let impact = reader[Self.impact]
        let roles = reader[Self.roles] ?? []
        for role in roles { names.check(role, in: reader.context) }
        let references = reader[Self.references] ?? []
        let accepted = reader[Self.accepted] ?? ""
        guard let id, let kind, let title else { return nil }
        return Effect(
            id: id, kind: kind, title: title, text: text, likelihood: likelihood, impact: impact,
            roles: roles.map(\.value), references: references,
            accepted: accepted,
            provenance: ProvenanceFields.checked(reader, provenance))
    }
}
