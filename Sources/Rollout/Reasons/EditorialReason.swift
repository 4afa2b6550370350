package import CanonicalJSON

/// Why an editorial change carries evidence over, or not; the same cases refuse one before it is
/// recorded.
package enum EditorialReason: Reason {
    case counts
    /// The checklist has no such step any more.
    case stepRemoved
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    /// The words before are those of a checklist with another id.
    case otherChecklist(String)
    case datedAhead(Instant)
    case takenBack(by: Principal, at: Instant, entry: Int)
    /// Only a member of the role that owns the rollout may say so, for that role.
    case notTheOwner(Principal, owner: RoleID)
    /// The words before are those of today.
    case sameWording
    /// The rules of today in the words before are not the step that it names: more than its title
    /// and text changed.
    case otherRules
    /// It leads to a wording that neither is that of today nor leads to it.
    case otherWording
    /// An earlier entry says the same.
    case saidAlready(entry: Int)

    package var code: String {
        switch self {
        case .counts: return "counts"
        case .stepRemoved: return "step-removed"
        case .foreign(let reason): return reason.code
        case .unauthenticated(let reason): return reason.code
        case .otherChecklist: return "other-checklist"
        case .datedAhead: return "dated-ahead"
        case .takenBack: return "taken-back"
        case .notTheOwner: return "not-the-owner"
        case .sameWording: return "same-wording"
        case .otherRules: return "other-rules"
        case .otherWording: return "other-wording"
        case .saidAlready: return "said-already"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .counts, .stepRemoved, .sameWording, .otherRules, .otherWording: return [:]
        case .foreign(let reason): return reason.values
        case .unauthenticated(let reason): return reason.values
        case .otherChecklist(let id): return ["id": .string(id)]
        case .datedAhead(let at): return ["at": .moment(at)]
        case .takenBack(let by, let at, let entry):
            return ["by": .name(by), "at": .moment(at), "entry": .number(entry)]
        case .notTheOwner(let principal, let owner):
            return ["principal": .name(principal), "owner": .name(owner)]
        case .saidAlready(let entry): return ["entry": .number(entry)]
        }
    }
}
