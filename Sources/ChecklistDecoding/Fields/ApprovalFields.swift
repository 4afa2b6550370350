import Fields
import LocatedYAML
import Rollout

/// Who must approve the text, with the nodes that roles stand at.
struct ApprovalTerms: Sendable {
    let roles: [Located<RoleID>]
    let isRequired: Bool
}

/// The keys of `approval`.
private enum ApprovalFields {
    static let by = Field<[Located<RoleID>]>(
        "by", .list(of: ValueType<RoleID>.role.located, atLeast: 1), .required,
        "Each of these roles must approve the text of the checklist.")
    static let required = Field<Bool>(
        "required", .boolean, .defaults("false"),
        "Whether a text that is not approved is NO-GO.")

    static let shape = Shape(
        "the rule for approvals", [by.description, required.description],
        otherWords: ["role": "by", "roles": "by"])
}

extension ValueType where Value == ApprovalTerms {
    /// The mapping of `approval`.
    static var approval: ValueType {
        .mapping(ApprovalFields.shape) { reader in
            let isRequired = reader[ApprovalFields.required] ?? false
            return reader[ApprovalFields.by].map {
                ApprovalTerms(roles: $0, isRequired: isRequired)
            }
        }
    }
}
