package import CanonicalJSON

/// Why an answer to a roll call counts or not; the same cases refuse one before it is recorded.
package enum PollReason: Reason {
    case counts
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    /// It was given on another text of the checklist.
    case otherText(ContentDigest)
    /// The checklist has no such role.
    case noSuchRole
    case notAMember(Principal, RoleID)
    case deputy(DeputyReason)
    /// It was signed before a no-go of the same voice that the ledger took earlier.
    case madeBefore(entry: Int)
    /// Nobody signed it, and an earlier no-go of the same voice is signed.
    case unsignedOverSigned(entry: Int)
    case replaced(by: Int)

    package var code: String {
        switch self {
        case .counts: return "counts"
        case .foreign(let reason): return reason.code
        case .unauthenticated(let reason): return reason.code
        case .otherText: return "other-text"
        case .noSuchRole: return "no-such-role"
        case .notAMember: return "not-a-member"
        case .deputy(let reason): return reason.code
        case .madeBefore: return "made-before-a-no"
        case .unsignedOverSigned: return "unsigned-over-signed"
        case .replaced: return "replaced"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .counts, .noSuchRole: return [:]
        case .foreign(let reason): return reason.values
        case .unauthenticated(let reason): return reason.values
        case .otherText(let digest): return ["checklist": .string(digest.description)]
        case .notAMember(let principal, let role):
            return ["principal": .name(principal), "role": .name(role)]
        case .deputy(let reason): return reason.values
        case .madeBefore(let entry), .unsignedOverSigned(let entry), .replaced(let entry):
            return ["entry": .number(entry)]
        }
    }
}
