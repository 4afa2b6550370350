import Fields
import LocatedYAML
import Rollout

/// A sign-off as a step asks for it, with the nodes that its references stand at.
struct SignOffEntry: Sendable {
    /// Whether files must be shown.
    enum Evidence: String, CaseIterable, Sendable {
        case required, optional
    }

    let roles: [(text: String, node: YAMLNode)]
    let count: Int
    let evidence: Evidence
    let notBy: [(text: String, node: YAMLNode)]
    let validFor: Duration?
}

/// The keys of a sign-off.
private enum SignOffFields {
    static let by = Field<[String]>(
        "by", .list(of: .text, atLeast: 1), .defaults("the step's role"),
        "Every role listed must sign.")
    static let count = Field<Int>(
        "count", .integer(1...99), .defaults("1"), "How many people of each role.")
    static let evidence = Field<SignOffEntry.Evidence>(
        "evidence", .choice, .defaults("optional"),
        "Whether an approval must name files as evidence.")
    static let notBy = Field<[String]>(
        "not-by", .list(of: .text), "Separation of duties: nobody who signed one of these steps.")
    static let validFor = Field<Duration>(
        "valid-for", .positiveDuration,
        "How long an approval counts; without it, until the wording changes.")

    static let shape = Shape(
        "a sign-off",
        [
            by.description, count.description, evidence.description, notBy.description,
            validFor.description,
        ])
}

extension ValueType where Value == SignOffEntry {
    /// A mapping of the terms of a sign-off; an empty one asks for one person of the step's role.
    static var signOff: ValueType {
        .mapping(SignOffFields.shape) { reader in
            SignOffEntry(
                roles: reader.located(SignOffFields.by), count: reader[SignOffFields.count] ?? 1,
                evidence: reader[SignOffFields.evidence] ?? .optional,
                notBy: reader.located(SignOffFields.notBy), validFor: reader[SignOffFields.validFor]
            )
        }
    }
}

extension MappingReader {
    /// The entries of a list of texts, each with its node.
    func located(_ field: Field<[String]>) -> [(text: String, node: YAMLNode)] {
        guard let texts = self[field], let items = node(of: field)?.items else { return [] }
        // Every entry fits, so that texts and nodes go together.
        if texts.count == items.count { return zip(texts, items).map { ($0, $1) } }
        let text = ValueType<String>.text
        return items.compactMap { node in text.read(node, context).map { ($0, node) } }
    }
}
