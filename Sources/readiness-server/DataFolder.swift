import Files
import Foundation
import LedgerStorage
import Operations
import PostgresStorage
import Rollout

/// The folder that a server keeps everything in, or with a database what it has for itself.
struct DataFolder: Sendable {
    let path: String
    /// Where several servers share one ledger; nil for a ledger in the folder.
    let database: PostgresDatabase?

    /// Its files.
    var data: ServerData { ServerData(path) }
    /// The ledger, with the evidence beside it.
    var location: LedgerLocation { database?.location(in: path) ?? data.location }
    /// The private key of the log; nobody but the server reads it.
    var logKey: LogKeyPlace { data.logKey }
    var tokens: ReadTokens {
        database.map { ReadTokens(DatabaseTokens($0, location)) } ?? data.tokens
    }
    /// The first list of signers, which its owner signs and records.
    var allowedSigners: String { data.allowedSigners }

    /// A folder of another kind of server.
    enum Mistake: Error, CustomStringConvertible {
        case hasLedger(String)
        case wantsDatabase(String)
        case keptByDatabase(String)
        case inUse(String)

        var description: String {
            switch self {
            case .hasLedger(let path):
                "\(path) holds a ledger of its own, which the database does not have. Name another folder."
            case .wantsDatabase(let path):
                "\(path) is the folder of a server with a database. Name it: --database postgresql://…"
            case .inUse(let path):
                "Another server serves \(path). One folder has one server: stop the other one, or have several share a database (--database)."
            case .keptByDatabase(let path):
                "The ledger of \(path) is in a database: keep a copy by pg_dump, and of log.key* by hand."
            }
        }
    }

    /// Whether a server with a database had the folder.
    private var isOfDatabase: Bool {
        Folder.holdsSomething(at: "\(path)/ledger.postgresql.vkey")
    }

    /// Throws where the ledger is not in the folder, so that copying the folder copies no ledger.
    func requireOwnLedger() throws {
        guard database == nil, !isOfDatabase else { throw Mistake.keptByDatabase(path) }
    }

    /// What operations know of the world, with this folder's ledger.
    func context(
        variables: [String: String] = [:], recorder: IntakeRecorder? = nil
    ) -> OperationContext {
        OperationContext(
            ledger: database == nil ? .named(location.path) : .served(location),
            startsLedger: true, clock: Self.now,
            host: ProcessInfo.processInfo.hostName, tool: ServerVersion.name, folder: path,
            stateFolder: path, variables: variables, recorder: recorder)
    }

    /// The present moment.
    @Sendable static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Makes the folder, and holds it against other servers for as long as what is returned lives.
    func claim() throws -> FileLock {
        try Folder.make(path, permissions: 0o700)
        let name = ".serving"
        if !Folder.holdsSomething(at: "\(path)/\(name)") {
            // Whoever makes it, both hold the same file.
            _ = try? OpenFolder(path: path).makeFile(name, permissions: 0o600)
        }
        guard let lock = try FileLock(path: "\(path)/\(name)") else { throw Mistake.inUse(path) }
        return lock
    }

    /// Makes the folder, the ledger and the key of its log, where they are not there.
    ///
    /// `look` is what has to be seen before anything is signed.
    func prepare(
        log name: String, _ look: (OperationContext) async throws -> Void = { _ in }
    ) async throws {
        try Folder.make(path, permissions: 0o700)
        try data.markForm()
        let ledger = location.servedLedger()
        if let database {
            guard !Folder.holdsSomething(at: "\(path)/ledger.sqlite") else {
                throw Mistake.hasLedger(path)
            }
            try await ledger.start()
            try await ServedLogKey(location, logKey).settle(
                name: name, registered: try await database.logKey(for: location)
            ) { [location] in try await database.register(logKey: $0, for: location) }
        } else {
            guard !isOfDatabase else { throw Mistake.wantsDatabase(path) }
            try await ledger.start()
            try await ledger.close()
            if try !ServeLog(location, logKey).hasKey { _ = try MakeLogKey(location, logKey)(name) }
        }
        try await look(context(variables: ProcessInfo.processInfo.environment))
        // A log without a checkpoint would look like none to a first reader.
        _ = try await SignCheckpoint(location, logKey)()
    }

    /// The first list of signers; empty where nobody put one there.
    func firstList() throws -> String {
        guard Folder.holdsSomething(at: allowedSigners) else { return "" }
        return String(
            decoding: try RegularFile(path: allowedSigners).bytes(limit: 1 << 20), as: UTF8.self)
    }
}
