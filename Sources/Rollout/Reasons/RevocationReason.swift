package import CanonicalJSON

/// Why a revocation counts or not; the same cases refuse one before it is recorded.
package enum RevocationReason: Reason {
    case counts
    case foreign(ForeignReason)
    case unauthenticated(AuthenticationReason)
    /// It does not name an earlier entry of this rollout by its number and digest.
    case noSuchEntry
    /// Only sign-offs, waivers and editorial changes can be taken back.
    case notRevocable
    /// The entry was taken back before.
    case takenBackAlready(by: Principal, entry: Int)
    /// Nobody signed it, and the entry is signed.
    case unsignedOverSigned(entry: Int)
    /// Only its author may take it back; for what is not a rejection the owner too.
    case notTheAuthor(Principal, orOwner: RoleID?)

    package var code: String {
        switch self {
        case .counts: return "counts"
        case .foreign(let reason): return reason.code
        case .unauthenticated(let reason): return reason.code
        case .noSuchEntry: return "no-such-entry"
        case .notRevocable: return "not-revocable"
        case .takenBackAlready: return "taken-back-already"
        case .unsignedOverSigned: return "unsigned-over-signed"
        case .notTheAuthor: return "not-the-author"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .counts, .noSuchEntry, .notRevocable: return [:]
        case .foreign(let reason): return reason.values
        case .unauthenticated(let reason): return reason.values
        case .takenBackAlready(let by, let entry):
            return ["by": .name(by), "entry": .number(entry)]
        case .unsignedOverSigned(let entry): return ["entry": .number(entry)]
        case .notTheAuthor(let author, let owner):
            return ["author": .name(author), "owner": .name(owner)]
        }
    }
}
