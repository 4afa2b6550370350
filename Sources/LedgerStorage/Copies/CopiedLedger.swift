import Attestation
import Rollout

/// A server's ledger, read in a copy on this machine that is verified whenever it grows.
///
/// Every reading asks the server first: what it cannot be asked for is not known, and what is not known
/// must not look ready.
struct CopiedLedger: Ledger {
    let server: any LedgerServer
    let copy: SQLiteLedger

    var location: LedgerLocation { copy.location }

    func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry] {
        guard !drafts.isEmpty else { return [] }
        return try await server.append(drafts, to: copy)
    }

    func reading(of rollout: String?, asOf point: ReadingPoint) async throws -> LedgerReading {
        try await server.refresh(copy)
        let reading = try await copy.reading(of: rollout, asOf: point)
        try await server.fetchContent(of: reading.entries, for: copy)
        return reading
    }

    func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>] {
        try await server.refresh(copy)
        let readings = try await copy.readings(of: rollouts, asOf: point)
        for case .success(let reading) in readings {
            try await server.fetchContent(of: reading.entries, for: copy)
        }
        return readings
    }

    func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState {
        try await server.refresh(copy)
        return try await copy.entries(of: rollout, asOf: point, each)
    }

    func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        try await server.refresh(copy)
        return try await copy.texts(withDigestPrefix: digits)
    }

    func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent {
        // With everything that the entries name: an audit looks at that as well.
        _ = try await reading(of: nil, asOf: .everything)
        return try await copy.verify(report, each: each)
    }

    func entry(at sequence: Int) async throws -> StoredEntry {
        try await server.refresh(copy)
        return try await copy.entry(at: sequence)
    }

    func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await server.refresh(copy)
        return try await copy.hashes(work)
    }

    func close() async throws { try await copy.close() }
}
