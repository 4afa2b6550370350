package import Attestation
package import Rollout

/// The append-only sequence of what was said about the rollouts of one place.
///
/// A ledger only grows: entries are numbered from 1 without gaps and are never changed or removed.
/// What it cannot read or verify is an error and never passed over, because an entry that goes
/// missing may be the rejection that stops a rollout. All errors are `LedgerError`, except those
/// that callers' own closures throw.
package protocol Ledger: Sendable {
    var location: LedgerLocation { get }

    /// Stores all of the drafts in their order, or none of them.
    ///
    /// When it returns, the entries are on durable storage. An entry's time is `now`, or the time of
    /// the entry before it where that is up to five minutes later; where it is later than that, one
    /// of two clocks is wrong and nothing is stored. Facts and checklist texts that are too large
    /// for an entry are kept beside the ledger. The text of a checklist that is stored already for
    /// the same rollout and place is left out and is not an error, so that the result may hold fewer
    /// entries than `drafts`. No drafts are no work: nothing is created or opened.
    /// A task that is cancelled appends all the same.
    func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry]

    /// The entries of a rollout, by its id and whatever its place, or for nil all entries.
    ///
    /// Each is verified against its digest, and its place and number in its rollout. The newest
    /// entry of the ledger belongs to the root and leads to the running hash over all entries of the
    /// rollout, which shows that they are the ones that were recorded and that none is missing; a
    /// reading of the past needs those behind it as well. The entries of other rollouts are not read,
    /// so that only `verify` notices damage to them, to the table of texts and to the ledger that a
    /// decision names, and a ledger of which every entry, hash and table was made anew; that one has
    /// another root, which reports and decisions name.
    func reading(of rollout: String?, asOf point: ReadingPoint) async throws -> LedgerReading

    /// The entries of several rollouts, each as `reading` gives them and in their order.
    ///
    /// All are read from one state of the ledger where it is a database; one that is damaged takes no
    /// other one down.
    func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>]

    /// The same entries one after the other, with the exact bytes that are stored.
    ///
    /// `each` is called on a thread of the ledger; what it throws ends the reading.
    func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState

    /// The stored checklist texts whose digest begins with some hexadecimal digits.
    ///
    /// One for each rollout and place. Callers use `texts(matching:)`.
    func texts(withDigestPrefix digits: String) async throws -> [StoredText]

    /// Reads every entry once, and makes all hashes of the tree anew, in memory that does not grow
    /// with the number of entries.
    ///
    /// `report` is told everything that is not as it was recorded; nothing told means that the whole
    /// ledger is. `each` is handed every entry that can be read, and as how many there should be, 0
    /// where that is not known. The result is the extent that the stored entries have.
    func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent

    /// The entry at a sequence with the exact bytes that are stored, verified by itself alone: that it
    /// belongs to the root is for a proof to show.
    func entry(at sequence: Int) async throws -> StoredEntry

    /// Hands over the hashes of the tree, from which proofs are made, as the ledger is now.
    ///
    /// They last as long as the call, which is made on a thread of the ledger. That all of them lead to
    /// the root of the ledger is known before.
    func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value

    /// Closes what appending opened; a later append opens it again.
    ///
    /// Nothing is lost without it, but a program that ends without it may leave files beside the
    /// ledger that have to stay there until the next one uses the ledger.
    func close() async throws
}

extension Ledger {
    /// The same where only what is wrong matters.
    package func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void
    ) async throws -> LedgerExtent {
        try await verify(report, each: { _, _ in })
    }

    /// The text of a checklist by the first digits of its digest, with or without `sha256:`.
    ///
    /// All results have one digest; they are of several rollouts or places. None means that no
    /// stored text has such a digest. Fewer than eight digits, or digits that several texts share,
    /// are an error.
    package func texts(matching prefix: String) async throws -> [StoredText] {
        let digits = prefix.hasPrefix("sha256:") ? String(prefix.dropFirst(7)) : prefix
        guard (8...64).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { throw LedgerError(location, .unusablePrefix(prefix)) }
        let found = try await texts(withDigestPrefix: digits)
        let digests = Set(found.map(\.digest)).sorted()
        guard digests.count < 2 else {
            throw LedgerError(location, .ambiguousPrefix(prefix, matches: digests))
        }
        return found
    }
}
