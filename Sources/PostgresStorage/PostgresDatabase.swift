package import LedgerStorage
package import Rollout
import Synchronization

/// A PostgreSQL database that has a ledger, with the connections of one server to it.
package final class PostgresDatabase: LedgerDatabase {
    let target: PostgresAddress
    private let readers = PostgresReaders(count: 4)
    private let thread = LedgerThread()
    private let appending: GroupCommit<PostgresRequest, PostgresRecord>
    /// Files that lie beside the ledger and were in the database.
    private let fetched = Mutex<Set<ContentDigest>>([])
    /// Files that the database is known to keep for good.
    private let kept = Mutex<Set<ContentDigest>>([])
    let confirmed = PostgresConfirmed()
    let probe = PostgresProbe()

    package var address: String { target.description }

    /// A database; nothing is opened yet.
    package init(_ target: PostgresAddress) {
        self.target = target
        let opened = Opened(confirmed)
        appending = GroupCommit(on: thread) { requests in
            do {
                return try opened.commit(requests, target).map { result in
                    result.mapError { $0 as any Error }
                }
            } catch {
                return requests.map { _ in .failure(error) }
            }
        }
        self.opened = opened
    }

    private let opened: Opened

    /// The connection that appends, once something was appended.
    private final class Opened: Sendable {
        let writer = Mutex<PostgresWriter?>(nil)
        private let confirmed: PostgresConfirmed

        init(_ confirmed: PostgresConfirmed) { self.confirmed = confirmed }

        func commit(
            _ requests: [PostgresRequest], _ target: PostgresAddress
        ) throws(LedgerError) -> PostgresWriter.Results {
            try writer.withLock { open throws(LedgerError) in
                guard let first = requests.first else { return [] }
                let writer = open ?? PostgresWriter(target, first.location, confirmed)
                open = writer
                return try writer.commit(requests)
            }
        }
    }

    /// The ledger, with what a server keeps beside it in a folder.
    package func location(in folder: String) -> LedgerLocation {
        LedgerLocation(
            path: "\(folder)/ledger.postgresql", database: self)
    }

    package func ledger(at location: LedgerLocation) -> any ServedLedger {
        PostgresLedger(location: location, database: self)
    }

    func append(_ request: PostgresRequest) async throws -> PostgresRecord {
        try await appending.append(request)
    }

    func append(_ requests: [PostgresRequest]) async -> [Result<PostgresRecord, any Error>] {
        await appending.append(requests)
    }

    func read<Value: Sendable>(
        _ location: LedgerLocation, _ work: @escaping @Sendable (PostgresTables) throws -> Value
    ) async throws -> Value {
        try await readers.read(target, location, work)
    }

    /// Works with a connection that reads and writes what is not the log; what is done may be done twice.
    func use<Value: Sendable>(
        _ location: LedgerLocation,
        _ work: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        try await readers.use(target, location, work)
    }

    @discardableResult
    package func bring(
        _ digest: ContentDigest, of location: LedgerLocation
    ) async throws -> Bool {
        try await use(location) { connection in
            try PostgresUploads(PostgresContent(connection: connection, location: location))
                .bring(Self.file(of: digest, beside: location))
        }
    }

    /// Keeps a file that lies beside the ledger in the database, for good.
    func keep(_ digest: ContentDigest, of location: LedgerLocation) async throws {
        guard !kept.withLock({ $0.contains(digest) }) else { return }
        try await use(location) { connection in
            try PostgresContent(connection: connection, location: location)
                .keep(Self.file(of: digest, beside: location))
        }
        kept.withLock { _ = $0.insert(digest) }
    }

    private static func file(
        of digest: ContentDigest, beside location: LedgerLocation
    ) throws -> VerifiedContent {
        guard let file = try location.content.verified(digest) else {
            throw LedgerError(
                location, .unreadable(reason: "the file \(digest) was removed before it was kept"))
        }
        return file
    }

    package func evidence(of location: LedgerLocation) -> any EvidenceStore {
        PostgresEvidence(database: self, location: location)
    }

    @discardableResult
    package func fetch(
        _ digests: Set<ContentDigest>, to location: LedgerLocation
    ) async throws -> Set<ContentDigest> {
        // What the database has may have been removed here, where it is a cache.
        let unknown = fetched.withLock { fetched in
            digests.filter { !fetched.contains($0) || !location.content.renew($0) }
        }
        guard !unknown.isEmpty else { return digests }
        let found = try await use(location) { connection in
            let content = PostgresContent(connection: connection, location: location)
            var found: Set<ContentDigest> = []
            for digest in unknown {
                if try content.holds(digest), Self.lies(digest, beside: location) {
                    found.insert(digest)
                } else if try Self.copy(digest, content, beside: location) {
                    found.insert(digest)
                }
            }
            return found
        }
        fetched.withLock { $0.formUnion(found) }
        return digests.subtracting(unknown).union(found)
    }

    package func forget(_ digest: ContentDigest) { fetched.withLock { _ = $0.remove(digest) } }

    private static func copy(
        _ digest: ContentDigest, _ content: PostgresContent, beside location: LedgerLocation
    ) throws -> Bool {
        do {
            return try content.copy(digest, to: location.content)
        } catch let error as ContentError {
            throw LedgerError(location, .content(error))
        }
    }

    /// Whether a file lies beside the ledger as it was; one that does not is written again.
    private static func lies(_ digest: ContentDigest, beside location: LedgerLocation) -> Bool {
        (try? location.content.verified(digest)).flatMap(\.self) != nil
    }

    /// Works with a connection of whoever owns the tables, or is about to.
    func owning(
        _ location: LedgerLocation,
        _ work: @escaping @Sendable (PostgresConnection) throws -> Void
    ) async throws {
        try await thread.run { [target] in
            do {
                try work(PostgresConnection.checked(target, location))
            } catch {
                throw LedgerError(error, location)
            }
        }
    }

    /// Ends the connections; a later request opens them again.
    package func close() async throws {
        try await readers.close()
        try await probe.close()
        try await thread.run { [opened] in opened.writer.withLock { $0 = nil } }
    }
}
