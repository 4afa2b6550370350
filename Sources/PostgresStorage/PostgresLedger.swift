import Attestation
import LedgerStorage
import Rollout

/// A ledger in a PostgreSQL database, which several servers add to at once.
struct PostgresLedger: ServedLedger {
    let location: LedgerLocation
    let database: PostgresDatabase

    func start() async throws {
        _ = try await read { tables in try TableExtent(tables: tables).tree().size }
    }

    func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry] {
        guard !drafts.isEmpty else { return [] }
        return try await database.append(request(drafts, now, isOnce: false)).entries
    }

    func record(
        _ requests: [[Draft]], at now: Instant
    ) async -> [Result<[RecordedDraft?], any Error>] {
        await PreparedRequests(requests) { try await request($0, now, isOnce: true) }.results {
            await database.append($0).map { $0.map(\.drafts) }
        }
    }

    /// What is too large for an entry is beside the ledger and in the database before an entry names it.
    private func request(
        _ drafts: [Draft], _ now: Instant, isOnce: Bool
    ) async throws -> PostgresRequest {
        var prepared: [PreparedDraft] = []
        for draft in drafts { prepared.append(try PreparedDraft(draft, location)) }
        for content in prepared.flatMap(\.contents) {
            let digest: ContentDigest
            do throws(ContentError) {
                digest = try location.content.put(content).digest
            } catch {
                throw LedgerError(location, .content(error))
            }
            try await database.keep(digest, of: location)
        }
        return PostgresRequest(
            drafts: AppendRequest(drafts: prepared, now: now), isOnce: isOnce, location: location)
    }

    func reading(of rollout: String?, asOf point: ReadingPoint) async throws -> LedgerReading {
        let reading = try await read { try TableScan($0, point).reading(of: rollout) }
        try await fetchFiles(of: reading.entries)
        return reading
    }

    func readings(
        of rollouts: [String], asOf point: ReadingPoint
    ) async throws -> [Result<LedgerReading, LedgerError>] {
        let readings = try await read { tables in
            let scan = try TableScan(tables, point)
            return try rollouts.map { rollout -> Result<LedgerReading, LedgerError> in
                do {
                    return .success(try scan.reading(of: rollout))
                } catch let error as LedgerError {
                    return .failure(error)
                }
            }
        }
        for case .success(let reading) in readings { try await fetchFiles(of: reading.entries) }
        return readings
    }

    func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState {
        try await read { tables in
            try TableScan(tables, point).run(rollout) { entry, bytes in
                try each(StoredEntry(entry: entry, bytes: Array(bytes)))
            }
        }
    }

    func extent() async throws -> LedgerExtent {
        try await database.use(location) { [location] connection in
            try TableExtent(tables: PostgresTables(connection: connection, location: location))
                .told()
        }
    }

    func hasText(
        _ checklist: ContentDigest, for rollout: RolloutReference
    ) async throws -> Bool {
        try await database.use(location) { [location] connection in
            try PostgresTables(connection: connection, location: location)
                .sequence(of: TextKey(checklist, for: rollout)) != nil
        }
    }

    func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        let search = TableTextSearch(digits: digits)
        let entries = try await read { try search.entries($0) }
        try await fetchFiles(of: entries)
        return try await read { try search.run($0) }
    }

    func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent {
        try await read { tables in
            var verification = TableVerification(tables, report, each)
            return try verification.run()
        }
    }

    func entry(at sequence: Int) async throws -> StoredEntry {
        try await read { [location] tables in
            try location.require(sequence, of: TableExtent(tables: tables).tree().size)
            return try EntryRows.one(at: sequence, in: tables) { entry, bytes in
                StoredEntry(entry: entry, bytes: Array(bytes))
            }
        }
    }

    func bytes(of sequences: ClosedRange<Int>) async throws -> [[UInt8]] {
        try await read { try EntryRows.bytes(of: sequences, in: $0) }
    }

    func subtrees(endingAt leaves: [Int], height: Int) async throws -> [ContentDigest] {
        try await read { [location] tables in
            let size = try TableExtent(tables: tables).tree().size
            for leaf in leaves { try location.require(leaf, of: size) }
            return try TableHashes(tables, size).subtrees(endingAt: leaves, height: height)
        }
    }

    func inclusions(
        of sequences: Set<Int>, in size: Int
    ) async throws -> [Int: (bytes: [UInt8], proof: InclusionProof)] {
        guard !sequences.isEmpty else { return [:] }
        return try await read { try TableInclusions($0).run(sequences, in: size) }
    }

    func hashes<Value: Sendable>(
        _ work: @escaping @Sendable (TreeHashes) throws -> Value
    ) async throws -> Value {
        try await read { [location] tables in
            let tree = try TableExtent(tables: tables).tree()
            return try location.proving(
                tree.extent, try TableHashes(tables, tree.size).hashes, work)
        }
    }

    /// The connections are those of the server, and last as long as it.
    func close() async throws {}

    private func read<Value: Sendable>(
        _ work: @escaping @Sendable (PostgresTables) throws -> Value
    ) async throws -> Value {
        try await database.read(location, work)
    }

    private func fetchFiles(of entries: [Entry]) async throws {
        let files = Set(entries.flatMap { $0.statement.keptFiles.map(\.file.digest) })
        try await database.fetch(files, to: location)
    }
}
