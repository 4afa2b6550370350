import Foundation
import GRDB
import Rollout

/// A connection that appends to an SQLite ledger, with every commit on disk before it is told.
struct SQLiteWriter {
    private let file: SQLiteFile
    private let identity: SQLiteFile.Identity
    private let database: DatabaseQueue

    /// Opens the ledger, and creates it where it does not exist.
    init(path: String, patience: Patience) throws(LedgerError) {
        file = SQLiteFile(path: path)
        if try file.identity() == nil { try file.create() }
        guard let identity = try file.identity() else { throw Self.moved(path) }
        try file.requireWritable()
        self.identity = identity
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience.seconds)
        do {
            database = try patience.whileBusy { [file] in
                let database = try DatabaseQueue(path: file.location, configuration: configuration)
                try database.inDatabase { try Self.prepare($0, path: path) }
                return database
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Makes a ledger of an empty database, and sees to it that a commit waits for the disk.
    private static func prepare(_ database: Database, path: String) throws {
        // The identity comes first: a database of another program is not touched.
        let isLedger = try SQLiteSchema.identity(database).isLedger(path: path)
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
            throw LedgerError.unwritable(
                path: path, reason: "its file system does not support SQLite's write-ahead log")
        }
        try database.execute(sql: "PRAGMA synchronous = FULL")
        guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2 else {
            throw LedgerError.unwritable(
                path: path, reason: "SQLite does not wait until records are on disk")
        }
        guard !isLedger else { return }
        try database.inTransaction(.immediate) {
            // Another program may have made the tables while this one waited for the lock.
            if try !SQLiteSchema.identity(database).isLedger(path: path) {
                try SQLiteSchema.create(database)
            }
            return .commit
        }
    }

    private static func moved(_ path: String) -> LedgerError {
        .failed(
            path: path,
            reason:
                "the file was moved, removed or replaced while it was in use; see where it went, "
                + "and record again what was recorded last")
    }

    /// Closes the connection; the last one moves all records into the file and removes its log.
    func close() throws(LedgerError) {
        do {
            try database.close()
        } catch {
            throw LedgerError(error, path: file.path)
        }
    }

    /// The value of a setting on this connection.
    func setting(_ pragma: String) throws(LedgerError) -> Int? {
        do {
            return try database.inDatabase { try Int.fetchOne($0, sql: "PRAGMA \(pragma)") }
        } catch {
            throw LedgerError(error, path: file.path)
        }
    }

    /// Stores all drafts in one transaction.
    func append(_ drafts: [RecordDraft], at now: Instant) throws(LedgerError) -> [Rollout.Record] {
        do {
            var records: [Rollout.Record] = []
            try requireSameFile()
            try database.inTransaction(.immediate) { database in
                records = try Self.insert(drafts, at: now, into: database, path: file.path)
                return .commit
            }
            // A record in a file that is no longer the ledger is not a record.
            try requireSameFile()
            return records
        } catch {
            throw LedgerError(error, path: file.path)
        }
    }

    private func requireSameFile() throws(LedgerError) {
        guard try file.identity() == identity else { throw Self.moved(file.path) }
    }

    private static func insert(
        _ drafts: [RecordDraft], at now: Instant, into database: Database, path: String
    ) throws -> [Rollout.Record] {
        let newest = try newest(database, path: path)
        if let newest, newest.recordedAt > now.advanced(by: SQLiteLedger.tolerance) {
            throw LedgerError.clockDiffers(
                path: path, now: now, newest: newest.recordedAt, sequence: newest.sequence)
        }
        let time = max(now, newest?.recordedAt ?? now)
        var sequence = newest?.sequence ?? 0
        let knows = try database.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM records WHERE text_digest = ?)")
        let insertion = try database.cachedStatement(
            sql: "INSERT INTO records (\(StoredRow.columns)) VALUES (?, ?, ?, ?, ?)")
        var records: [Rollout.Record] = []
        for draft in drafts {
            let bytes = draft.canonicalBytes(sequence: sequence + 1, recordedAt: time)
            let record = try record(bytes)
            let text = StoredText(record)?.digest.description
            if let text, try Bool.fetchOne(knows, arguments: [text]) == true { continue }
            sequence += 1
            try insertion.execute(arguments: [
                sequence, draft.checklist, record.digest.description, text, Data(bytes),
            ])
            records.append(record)
        }
        return records
    }

    /// Reads a new record back from its bytes: what could not be read later is not stored now.
    private static func record(_ bytes: [UInt8]) throws(LedgerError) -> Rollout.Record {
        do {
            return try Rollout.Record(canonicalBytes: bytes)
        } catch {
            throw .unusableDraft(reason: "\(error)")
        }
    }

    private static func newest(_ database: Database, path: String) throws -> Rollout.Record? {
        var verification = RecordVerification(path: path)
        let last = try database.cachedStatement(
            sql: "SELECT \(StoredRow.columns) FROM records ORDER BY sequence DESC LIMIT 1")
        return try Row.fetchOne(last).map { try StoredRow($0, &verification).record }
    }
}
