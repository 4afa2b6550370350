package import Rollout

/// The append-only sequence of everything that happened to the rollouts of one place.
///
/// A ledger only grows: records are numbered from 1 without gaps and are never changed or removed.
/// What it cannot read or verify is an error and never passed over, because a record that goes
/// missing may be the rejection that stops a rollout. All errors are `LedgerError`.
package protocol Ledger: Sendable {
    /// Stores all of the drafts in their order, or none of them.
    ///
    /// When it returns, the records are on durable storage. A record's time is `now`, or the time
    /// of the record before it where that is up to five minutes later; where it is later than that,
    /// one of two clocks is wrong and nothing is stored. The text of a checklist that is stored
    /// already is left out and is not an error, so that the result may hold fewer records than
    /// `drafts`. No drafts are no work: nothing is created or opened.
    func append(_ drafts: [RecordDraft], at now: Instant) async throws -> [Record]

    /// The records about a checklist, or all records for nil, in the order of the ledger.
    ///
    /// Each is verified against its digest, and the ledger as a whole for gaps.
    func records(of checklist: String?) async throws -> [Record]

    /// The same records as they are stored: canonical JSON (RFC 8785), verified like
    /// `records(of:)`.
    func lines(of checklist: String?) async throws -> [[UInt8]]

    /// The stored checklist texts whose digest begins with some hexadecimal digits.
    ///
    /// Callers use `text(_:)` or `text(matching:)`.
    func texts(withDigestPrefix digits: String) async throws -> [StoredText]

    /// Closes what appending opened; a later append opens it again.
    ///
    /// Nothing is lost without it, but a program that ends without it may leave files beside the
    /// ledger that have to stay there until the next one uses the ledger.
    func close() async throws
}

extension Ledger {
    /// The text of a checklist that has the digest; nil where it was never stored.
    package func text(_ digest: ContentDigest) async throws -> String? {
        try await texts(withDigestPrefix: digest.hex).first?.text
    }

    /// The text of a checklist by the first digits of its digest, with or without `sha256:`.
    ///
    /// Nil where no stored text has such a digest. Fewer than eight digits, or digits that several
    /// texts share, are an error.
    package func text(matching prefix: String) async throws -> StoredText? {
        let digits = prefix.hasPrefix("sha256:") ? String(prefix.dropFirst(7)) : prefix
        guard (8...64).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw LedgerError.unusablePrefix(prefix) }
        let found = try await texts(withDigestPrefix: digits)
        guard found.count < 2 else {
            throw LedgerError.ambiguousPrefix(prefix, matches: found.map(\.digest))
        }
        return found.first
    }
}
