import Fields
import LocatedYAML
import Rollout

/// The terms of decisions, with the nodes that its references stand at.
struct DecisionRules: Sendable {
    let poll: [Located<RoleID>]
    let terms: DecisionTerms
}

/// The keys of `decisions`.
private enum DecisionFields {
    static let poll = Field<[Located<RoleID>]>(
        "poll", .list(of: ValueType<RoleID>.role.located),
        "The roles that answer the roll call before a go.")
    static let unanimous = Field<Bool>(
        "unanimous", .boolean, .defaults("false"), "Whether each of them must say go.")
    static let retrospective = Field<Duration>(
        "retrospective-within", .positiveDuration, .defaults("7d"),
        "How long after an emergency decision somebody else must have looked at it.")

    static let shape = Shape(
        "the rule for decisions",
        [poll.description, unanimous.description, retrospective.description],
        otherWords: ["roles": "poll", "all": "unanimous"])
}

extension ValueType where Value == DecisionRules {
    /// The mapping of `decisions`.
    static var decisions: ValueType {
        .mapping(DecisionFields.shape) { reader in
            let poll = reader[DecisionFields.poll] ?? []
            let isUnanimous = reader[DecisionFields.unanimous] ?? false
            let within =
                reader[DecisionFields.retrospective] ?? DecisionTerms.usualRetrospective
            if isUnanimous, poll.isEmpty {
                reader.report(
                    "nobody-polled", "\"unanimous\" says nothing without roles to ask",
                    fix: "add \"poll:\" with roles", at: DecisionFields.unanimous)
            }
            return DecisionRules(
                poll: poll,
                terms: DecisionTerms(
                    poll: poll.map(\.value), isUnanimous: isUnanimous,
                    retrospectiveWithin: within))
        }
    }
}
