import Files
import Foundation
import GRDB
import Rollout

/// A connection that reads an SQLite ledger and cannot change it.
struct SQLiteReader {
    private let file: SQLiteFile
    private let database: DatabaseQueue
    /// Set where the ledger is read as if nobody could change it: what it looked like when it was
    /// opened.
    private let unlockedState: FileState?

    private var location: LedgerLocation { file.ledger }

    private struct FileState: Equatable {
        /// In nanoseconds.
        let modified: Int64
        let size: Int
        let log: Int
    }

    /// Opens the ledger; nil where it does not exist.
    init?(_ location: LedgerLocation, _ timeout: BusyTimeout) throws(LedgerError) {
        let file = SQLiteFile(ledger: location)
        guard try file.identity() != nil else { return nil }
        try file.requireReadable()
        self.file = file
        do {
            (database, unlockedState) = try Self.open(file, timeout)
        } catch {
            throw LedgerError(error, location)
        }
    }

    /// Opens the database with locks where that is possible, else as a file that nobody changes.
    ///
    /// SQLite wants to create files beside a database in WAL mode even to read it, which read-only
    /// media do not allow. Without locks the log would be left out, so there must be nothing in it.
    private static func open(
        _ file: SQLiteFile, _ timeout: BusyTimeout
    ) throws -> (DatabaseQueue, FileState?) {
        var configuration = Configuration()
        configuration.busyMode = timeout.mode
        // The rows of a rollout lie between those of others: a page is asked for again and again.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -32768") }
        do {
            // Opened for writing where that is allowed, only so that closing it tidies up; never
            // created.
            let uri = file.uri("mode=rw")
            let database = try timeout.whileBusy {
                try DatabaseQueue(path: uri, configuration: configuration)
            }
            return (database, nil)
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            let state = state(file)
            guard state.log == 0 else {
                throw LedgerError(
                    file.ledger,
                    .unreadable(
                        reason: "\(file.ledger)-wal holds entries that can only be read where the "
                            + "folder can be written; copy both files to such a folder"))
            }
            configuration.readonly = true
            let uri = file.uri("immutable=1")
            return (try DatabaseQueue(path: uri, configuration: configuration), state)
        }
    }

    private static func state(_ file: SQLiteFile) -> FileState {
        var status = stat()
        _ = stat(file.path, &status)
        return FileState(
            modified: status.modifiedNanoseconds,
            size: Int(status.st_size), log: file.size(of: file.log))
    }

    /// Does some reading in one transaction, closes the ledger, and makes sure that what was read is
    /// one state of it; nil where the ledger is empty.
    func finishing<Value>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) throws -> Value? {
        let value: Value?
        do {
            value = try database.read { [location] database in
                try SQLiteSchema.identity(database).isLedger(location) ? try work(database) : nil
            }
            try database.close()
        } catch {
            throw Self.told(error, location)
        }
        if let unlockedState, unlockedState != Self.state(file) {
            throw LedgerError(location, .busy)
        }
        return value
    }

    /// An error of the ledger; what the caller's own work threw stays as it is.
    private static func told(_ error: any Error, _ location: LedgerLocation) -> any Error {
        error is DatabaseError ? LedgerError(error, location) : error
    }
}
