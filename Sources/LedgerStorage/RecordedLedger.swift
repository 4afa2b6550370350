import Attestation
package import Rollout

/// What records in a ledger in place of the program that reads it.
package protocol LedgerRecorder: Sendable {
    /// Has drafts recorded: one entry for each statement that is new, and for each signed one that the
    /// ledger had already.
    func append(_ drafts: [Draft], to ledger: any Ledger) async throws -> [Entry]
}

/// A ledger of which this program is the server: it is read as it is, and added to by one way alone.
struct RecordedLedger: Ledger {
    let ledger: any Ledger
    let recorder: any LedgerRecorder

    var location: LedgerLocation { ledger.location }

    func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry] {
        guard !drafts.isEmpty else { return [] }
        return try await recorder.append(drafts, to: ledger)
    }

    func reading(of rollout: String?, asOf point: ReadingPoint) async throws -> LedgerReading {
        try await ledger.reading(of: rollout, asOf: point)
    }

    func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>] {
        try await ledger.readings(of: rollouts, asOf: point)
    }

    func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState {
        try await ledger.entries(of: rollout, asOf: point, each)
    }

    func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        try await ledger.texts(withDigestPrefix: digits)
    }

    func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent {
        try await ledger.verify(report, each: each)
    }

    func entry(at sequence: Int) async throws -> StoredEntry {
        try await ledger.entry(at: sequence)
    }

    func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await ledger.hashes(work)
    }

    func close() async throws { try await ledger.close() }
}
