package import CanonicalJSON

/// Why a correction counts, or does not; the same cases refuse one before it is recorded.
package enum CorrectionReason: Reason {
    case counts
    /// Its author is no member of the role that owns the rollout.
    case notTheOwner
    /// It is not signed as the checklist asks for.
    case unauthenticated
    /// No earlier entry of the rollout has the number and the digest.
    case noSuchEntry
    /// The entry that it names is not from a later time than the correction itself.
    case notAhead
    /// The time that it gives is later than its own.
    case inTheFuture
    /// The time that it gives is earlier than that of an entry that the ledger took before.
    case beforeEarlierEntry(Int, at: Instant)
    /// A newer correction of the same entry counts.
    case replaced(by: Int)

    package var code: String {
        switch self {
        case .counts: return "counts"
        case .notTheOwner: return "not-the-owner"
        case .unauthenticated: return "unauthenticated"
        case .noSuchEntry: return "no-such-entry"
        case .notAhead: return "not-ahead"
        case .inTheFuture: return "in-the-future"
        case .beforeEarlierEntry: return "before-earlier-entry"
        case .replaced: return "replaced"
        }
    }

    package var values: [String: JSONValue] {
        switch self {
        case .counts, .notTheOwner, .unauthenticated, .noSuchEntry, .notAhead, .inTheFuture:
            return [:]
        case .beforeEarlierEntry(let entry, let at):
            return ["entry": .number(entry), "at": .moment(at)]
        case .replaced(let entry): return ["entry": .number(entry)]
        }
    }
}
