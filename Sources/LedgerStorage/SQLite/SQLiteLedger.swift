import GRDB
package import Rollout
import Synchronization

/// A ledger in an SQLite database, which several programs may add to at once.
///
/// The file and its folder are created by the first append, readable by their owner only; a ledger
/// that does not exist reads as an empty one. SQLite blocks its thread, so all work is done on
/// threads of the ledger's own and never on one that tasks share.
package final class SQLiteLedger: ServedLedger {
    package let location: LedgerLocation
    private let timeout: BusyTimeout
    private let thread = LedgerThread()
    private let appending: GroupCommit<AppendRequest, [Entry]>
    private let recording: GroupCommit<AppendRequest, [RecordedDraft?]>
    private let opened: Opened

    /// The connection that appends, once something was appended.
    private final class Opened: Sendable {
        let writer = Mutex<SQLiteWriter?>(nil)
        /// How many transactions were committed.
        let commits = Mutex(0)

        /// Has the writer carry out some requests in one transaction.
        func commit<Value>(
            _ requests: [AppendRequest], _ location: LedgerLocation, _ timeout: BusyTimeout,
            _ work: (SQLiteWriter, [AppendRequest]) throws(LedgerError) -> [Result<
                Value, LedgerError
            >]
        ) -> [Result<Value, any Error>] {
            do {
                let results = try writer.withLock { open throws(LedgerError) in
                    if open == nil { open = try SQLiteWriter(location, timeout) }
                    guard let open else { return [Result<Value, LedgerError>]() }
                    return try work(open, requests)
                }
                commits.withLock { $0 += 1 }
                return results.map { result in result.mapError { $0 as any Error } }
            } catch {
                return requests.map { _ in .failure(error) }
            }
        }
    }

    /// A ledger at a place; nothing is opened or created yet.
    ///
    /// The timeout is how long to wait for other programs that use the ledger.
    package convenience init(_ location: LedgerLocation, busyTimeout: Duration = .seconds(30)) {
        self.init(location, BusyTimeout(duration: busyTimeout))
    }

    private init(_ location: LedgerLocation, _ timeout: BusyTimeout) {
        let opened = Opened()
        self.location = location
        self.timeout = timeout
        self.opened = opened
        appending = GroupCommit(on: thread) { requests in
            opened.commit(requests, location, timeout) { writer, requests throws(LedgerError) in
                try writer.append(requests)
            }
        }
        recording = GroupCommit(on: thread) { requests in
            opened.commit(requests, location, timeout) { writer, requests throws(LedgerError) in
                try writer.record(requests)
            }
        }
    }

    package func append(_ drafts: [Draft], at now: Instant) async throws -> [Entry] {
        guard !drafts.isEmpty else { return [] }
        return try await appending.append(request(drafts, now))
    }

    package func record(
        _ requests: [[Draft]], at now: Instant
    ) async -> [Result<[RecordedDraft?], any Error>] {
        await PreparedRequests(requests) { try await request($0, now) }.results {
            await recording.append($0)
        }
    }

    private func request(_ drafts: [Draft], _ now: Instant) async throws -> AppendRequest {
        var prepared: [PreparedDraft] = []
        for draft in drafts { prepared.append(try PreparedDraft(draft, location)) }
        let contents = prepared.flatMap(\.contents)
        if !contents.isEmpty { try await keep(contents) }
        return AppendRequest(drafts: prepared, now: now)
    }

    package func hasText(
        _ checklist: ContentDigest, for rollout: RolloutReference
    ) async throws -> Bool {
        try await read { [location] database in
            try SQLiteTables(database, location).sequence(of: TextKey(checklist, for: rollout))
                != nil
        } ?? false
    }

    /// Makes the ledger where there is none, without an entry.
    package func start() async throws { try await writing { _ in } }

    /// Works with the connection that appends, which is opened where it is not.
    func writing(
        _ work: @escaping @Sendable (SQLiteWriter) throws(LedgerError) -> Void
    ) async throws {
        try await thread.run { [opened, location, timeout] in
            try opened.writer.withLock { open throws(LedgerError) in
                if open == nil { open = try SQLiteWriter(location, timeout) }
                if let open { try work(open) }
            }
        }
    }

    /// Puts content beside the ledger, before an entry names it.
    private func keep(_ contents: [[UInt8]]) async throws {
        try await thread.run { [location] in
            let file = SQLiteFile(ledger: location)
            if try file.identity() == nil { try file.create() }
            for content in contents {
                do {
                    try location.content.put(content)
                } catch let error as ContentError {
                    throw LedgerError(location, .content(error))
                }
            }
        }
    }

    package func reading(
        of rollout: String?, asOf point: ReadingPoint
    ) async throws -> LedgerReading {
        try await read { [location] database in
            try TableScan(SQLiteTables(database, location), point).reading(of: rollout)
        } ?? LedgerReading(entries: [], state: .empty(at: point, location))
    }

    package func entries(
        of rollout: String?, asOf point: ReadingPoint,
        _ each: @escaping @Sendable (StoredEntry) throws -> Void
    ) async throws -> LedgerState {
        try await read { [location] database in
            try TableScan(SQLiteTables(database, location), point).run(rollout) { entry, bytes in
                try each(StoredEntry(entry: entry, bytes: Array(bytes)))
            }
        } ?? .empty(at: point, location)
    }

    package func texts(withDigestPrefix digits: String) async throws -> [StoredText] {
        let search = TableTextSearch(digits: digits)
        return try await read { [location] database in
            try search.run(SQLiteTables(database, location))
        } ?? []
    }

    package func verify(
        _ report: @escaping @Sendable (LedgerDamage) -> Void,
        each: @escaping @Sendable (Entry, _ expected: Int) -> Void
    ) async throws -> LedgerExtent {
        try await read { [location] database in
            var verification = TableVerification(SQLiteTables(database, location), report, each)
            return try verification.run()
        } ?? .empty
    }

    package func close() async throws {
        try await thread.run { [opened] in
            try opened.writer.withLock { open throws(LedgerError) in
                try open?.close()
                open = nil
            }
        }
    }

    /// The same ledger, with connections and a thread of its own.
    var another: SQLiteLedger { SQLiteLedger(location, timeout) }

    /// The value of a setting on the connection that appends; nil before the first append.
    package func setting(_ pragma: String) async throws -> Int? {
        try await thread.run { [opened] in
            try opened.writer.withLock { open throws(LedgerError) in try open?.setting(pragma) }
        }
    }

    /// How many times this ledger waited for the disk on behalf of appends.
    package var commits: Int { opened.commits.withLock { $0 } }

    /// Reads the ledger; nil where it does not exist or is empty.
    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value? {
        try await thread.run { [location, timeout] in
            try SQLiteReader(location, timeout)?.finishing(work)
        }
    }
}

extension LedgerState {
    /// The state of a ledger without entries.
    package static func empty(
        at point: ReadingPoint, _ location: LedgerLocation
    ) throws(LedgerError) -> LedgerState {
        if case .entries(let wanted) = point, wanted != 0 {
            throw LedgerError(location, .fewerEntries(wanted: wanted, size: 0))
        }
        return .empty
    }
}
