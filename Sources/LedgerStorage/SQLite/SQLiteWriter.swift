import Foundation
import GRDB
import Rollout

/// A connection that appends to an SQLite ledger, with every commit on disk before it is told.
final class SQLiteWriter {
    private let file: SQLiteFile
    private let identity: SQLiteFile.Identity
    private let database: DatabaseQueue
    /// How the ledger was when this connection last wrote to it.
    private var head: LedgerHead?

    private var location: LedgerLocation { file.ledger }

    /// Opens the ledger, and creates it where it does not exist.
    init(_ location: LedgerLocation, _ timeout: BusyTimeout) throws(LedgerError) {
        file = SQLiteFile(ledger: location)
        if try file.identity() == nil { try file.create() }
        guard let identity = try file.identity() else { throw Self.moved(location) }
        try file.requireWritable()
        self.identity = identity
        var configuration = Configuration()
        configuration.busyMode = timeout.mode
        do {
            database = try timeout.whileBusy { [file] in
                let database = try DatabaseQueue(path: file.path, configuration: configuration)
                try database.inDatabase { try Self.prepare($0, location) }
                return database
            }
        } catch {
            throw LedgerError(error, location)
        }
    }

    /// Makes a ledger of an empty database, and sees to it that a commit waits for the disk.
    private static func prepare(_ database: Database, _ location: LedgerLocation) throws {
        // The identity comes first: a database of another program is not touched. It is read in one
        // transaction, or a ledger that another program makes meanwhile looks like neither.
        var isLedger = false
        try database.inTransaction(.deferred) {
            isLedger = try SQLiteSchema.identity(database).isLedger(location)
            return .commit
        }
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
            throw LedgerError(
                location,
                .unwritable(reason: "its file system does not support SQLite's write-ahead log"))
        }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
            throw LedgerError(
                location, .unwritable(reason: "SQLite does not wait until entries are on disk"))
        }
        guard !isLedger else { return }
        try database.inTransaction(.immediate) {
            // Another program may have made the tables while this one waited for the lock.
            if try !SQLiteSchema.identity(database).isLedger(location) {
                try SQLiteSchema.create(database, isCopy: location.server != nil)
            }
            return .commit
        }
    }

    private static func moved(_ location: LedgerLocation) -> LedgerError {
        LedgerError(
            location,
            .failed(
                reason: "the file was moved, removed or replaced while it was in use; see where it "
                    + "went, and record again what was recorded last"))
    }

    /// Closes the connection; the last one moves all entries into the file and removes its log.
    func close() throws(LedgerError) {
        do {
            try database.close()
        } catch {
            throw LedgerError(error, location)
        }
    }

    /// The value of a setting on this connection.
    func setting(_ pragma: String) throws(LedgerError) -> Int? {
        do {
            return try database.inDatabase { try Int.fetchOne($0, sql: "PRAGMA \(pragma)") }
        } catch {
            throw LedgerError(error, location)
        }
    }

    /// Stores what is asked for in one transaction; each request succeeds or fails for itself.
    func append(
        _ requests: [AppendRequest]
    ) throws(LedgerError) -> [Result<[Entry], LedgerError>] {
        try insert { batch in try requests.map { try batch.append($0) } }
    }

    /// The same for what may be on record already.
    func record(
        _ requests: [AppendRequest]
    ) throws(LedgerError) -> [Result<[RecordedDraft?], LedgerError>] {
        try insert { batch in
            try batch.look(for: requests)
            return try requests.map { try batch.record($0) }
        }
    }

    /// Stores entries as another ledger made them, in one transaction.
    func adopt(_ entries: [[UInt8]]) throws(LedgerError) {
        try insert { batch in for bytes in entries { try batch.adopt(bytes) } }
    }

    private func insert<Value>(
        _ work: (inout LedgerBatch) throws -> Value
    ) throws(LedgerError) -> Value {
        do {
            var result: Value?
            var newHead: LedgerHead?
            try database.inTransaction(.immediate) { database in
                let tables = SQLiteTables(database, location)
                var batch = LedgerBatch(tables, try LedgerHead(tables, known: head))
                result = try work(&batch)
                try SQLiteInsertion(database: database).store(batch)
                newHead = batch.head
                return .commit
            }
            // An entry in a file that is no longer the ledger is not an entry.
            try requireSameFile()
            head = newHead
            guard let result else { throw Self.moved(location) }
            return result
        } catch {
            head = nil
            throw LedgerError(error, location)
        }
    }

    /// Takes the turn to write, and gives it back.
    func requireAppendable() throws(LedgerError) {
        try requireSameFile()
        do {
            try database.inTransaction(.immediate) { _ in .rollback }
        } catch {
            throw LedgerError(error, location)
        }
    }

    private func requireSameFile() throws(LedgerError) {
        guard try file.identity() == identity else { throw Self.moved(location) }
    }
}
