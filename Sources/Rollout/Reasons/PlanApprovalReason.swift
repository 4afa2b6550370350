package import CanonicalJSON

/// Why an approval of a text counts or not; the same cases refuse one before it is recorded.
package enum PlanApprovalReason: Reason {
    case counts
    case unauthenticated(AuthenticationReason)
    case otherPlace(String)
    /// It names others than the text does, or than an earlier approval of the text.
    case otherApprovers
    case otherRole(asked: [RoleID])
    /// By the text that was approved before.
    case notAnApprover(Principal, RoleID)
    /// The key of another name that approved the text already.
    case samePerson(as: Principal, entry: Int)
    /// It was signed before the approval of a newer text that the ledger took earlier.
    case madeBefore(entry: Int)

    package var code: String {
        switch self {
        case .counts: return "counts"
        case .unauthenticated(let reason): return reason.code
        case .otherPlace: return "other-place"
        case .otherApprovers: return "other-approvers"
        case .otherRole: return "other-role"
        case .notAnApprover: return "not-an-approver"
        case .samePerson: return "same-person"
        case .madeBefore: return "made-before-newer"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .counts, .otherApprovers: return [:]
        case .unauthenticated(let reason): return reason.values
        case .otherPlace(let place): return ["place": .string(place)]
        case .otherRole(let asked): return ["asked": .names(asked)]
        case .notAnApprover(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .samePerson(let principal, let entry):
            return ["principal": .name(principal), "entry": .number(entry)]
        case .madeBefore(let entry): return ["entry": .number(entry)]
        }
    }
}
