package import CanonicalJSON

/// Why a correction counts, or does not.
package enum CorrectionReason: String, Reason, CaseIterable {
    case counts
    /// Its author is no member of the role that owns the rollout.
    case notTheOwner = "not-the-owner"
    /// It is not signed as the checklist asks for.
    case unauthenticated
    /// No earlier entry of the rollout has the number and the digest.
    case noSuchEntry = "no-such-entry"
    /// The entry that it names is not from a later time than the correction itself.
    case notAhead = "not-ahead"
    /// The time that it gives is later than its own.
    case inTheFuture = "in-the-future"

    package var code: String { rawValue }

    package var values: [String: JSONValue] { [:] }
}
