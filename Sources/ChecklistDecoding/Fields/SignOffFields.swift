import Fields
import LocatedYAML
import Rollout

/// A sign-off as a step asks for it, with the nodes that its references stand at.
struct SignOffTerms: Sendable {
    /// Whether files must be shown.
    enum Evidence: String, CaseIterable, Sendable {
        case required, optional
    }

    let roles: [Located<RoleID>]
    let count: Int
    let evidence: Evidence
    let notBy: [Located<StepID>]
    let validFor: Duration?

    /// The same with other references.
    func with(notBy: [Located<StepID>]) -> SignOffTerms {
        SignOffTerms(
            roles: roles, count: count, evidence: evidence, notBy: notBy, validFor: validFor)
    }

    /// The rule that the entry makes for a step of a role.
    func rule(of role: RoleID) -> SignOffRule {
        SignOffRule(
            roles: roles.isEmpty ? [role] : roles.map(\.value), count: count,
            evidenceRequired: evidence == .required, notBy: notBy.map(\.value), validFor: validFor)
    }
}

/// The keys of a sign-off.
private enum SignOffFields {
    static let by = Field<[Located<RoleID>]>(
        "by", .list(of: ValueType<RoleID>.role.located, atLeast: 1), .defaults("the step's role"),
        "Every role listed must sign.")
    static let count = Field<Int>(
        "count", .integer(1...99), .defaults("1"), "How many people of each role.")
    static let evidence = Field<SignOffTerms.Evidence>(
        "evidence", .choice, .defaults("optional"),
        "Whether an approval must name files as evidence.")
    static let notBy = Field<[Located<StepID>]>(
        "not-by", .list(of: ValueType<StepID>.step.located),
        "Separation of duties: nobody who signed one of these steps.")
    static let validFor = Field<Duration>(
        "valid-for", .positiveDuration,
        "How long an approval counts; without it, until the wording changes.")

    static let shape = Shape(
        "a sign-off",
        [
            by.description, count.description, evidence.description, notBy.description,
            validFor.description,
        ],
        otherWords: [
            "role": "by", "roles": "by", "people": "count", "exclude": "not-by",
            "expires": "valid-for", "files": "evidence",
        ])
}

extension ValueType where Value == SignOffTerms {
    /// A mapping of the terms of a sign-off; an empty one asks for one person of the step's role.
    static var signOff: ValueType {
        .mapping(SignOffFields.shape) { reader in
            SignOffTerms(
                roles: reader[SignOffFields.by] ?? [], count: reader[SignOffFields.count] ?? 1,
                evidence: reader[SignOffFields.evidence] ?? .optional,
                notBy: reader[SignOffFields.notBy] ?? [], validFor: reader[SignOffFields.validFor]
            )
        }
    }
}
