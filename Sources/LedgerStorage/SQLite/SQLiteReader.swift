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

    private struct FileState: Equatable {
        let modified: Int
        let nanoseconds: Int
        let size: Int
        let log: Int
    }

    /// Opens the ledger; nil where it does not exist.
    init?(path: String, patience: Patience) throws(LedgerError) {
        let file = SQLiteFile(path: path)
        guard try file.identity() != nil else { return nil }
        try file.requireReadable()
        self.file = file
        do {
            (database, unlockedState) = try Self.open(file, patience)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Opens the database with locks where that is possible, else as a file that nobody changes.
    ///
    /// SQLite wants to create files beside a database in WAL mode even to read it, which read-only
    /// media do not allow. Without locks the log would be left out, so there must be nothing in it.
    private static func open(
        _ file: SQLiteFile, _ patience: Patience
    ) throws -> (DatabaseQueue, FileState?) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience.seconds)
        do {
            // Opened for writing where that is allowed, only so that closing it tidies up; never
            // created.
            let uri = file.uri("mode=rw")
            let database = try patience.whileBusy {
                try DatabaseQueue(path: uri, configuration: configuration)
            }
            return (database, nil)
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
        {
            let state = state(file)
            guard state.log == 0 else {
                throw LedgerError.unreadable(
                    path: file.path,
                    reason: "\(file.path)-wal holds records that can only be read where the folder "
                        + "can be written; copy both files to such a folder")
            }
            configuration.readonly = true
            let uri = file.uri("immutable=1")
            return (try DatabaseQueue(path: uri, configuration: configuration), state)
        }
    }

    private static func state(_ file: SQLiteFile) -> FileState {
        var status = stat()
        _ = stat(file.location, &status)
        return FileState(
            modified: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec),
            size: Int(status.st_size), log: file.size(of: file.log))
    }

    /// Does some reading, closes the ledger, and makes sure that what was read is one state of it.
    func finishing<Value>(
        _ work: (SQLiteReader) throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        let value = try work(self)
        do {
            try database.close()
        } catch {
            throw LedgerError(error, path: file.path)
        }
        if let unlockedState, unlockedState != Self.state(file) { throw .busy(path: file.path) }
        return value
    }

    /// The rows about a checklist, or all rows, in order and verified.
    func rows(of checklist: String?) throws(LedgerError) -> [StoredRow] {
        guard let checklist else { return try rows(where: "TRUE", []) }
        return try rows(where: "checklist = ?", [checklist])
    }

    /// The rows of checklist texts whose digest begins with the digits.
    func rows(withDigestPrefix digits: String) throws(LedgerError) -> [StoredRow] {
        // The digits are 0 to f, so that everything that begins with the prefix sorts before `g`.
        try rows(
            where: "text_digest >= ? AND text_digest < ?",
            ["sha256:\(digits)", "sha256:\(digits)g"])
    }

    private func rows(
        where condition: String, _ arguments: StatementArguments
    ) throws(LedgerError) -> [StoredRow] {
        do {
            // One transaction, so that the rows and the count are of the same moment.
            return try database.read { database in
                guard try Self.holdsRecords(database, path: file.path) else { return [] }
                var verification = RecordVerification(path: file.path)
                let rows = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT \(StoredRow.columns) FROM records WHERE \(condition)
                        ORDER BY sequence
                        """,
                    arguments: arguments)
                var read: [StoredRow] = []
                while let row = try rows.next() {
                    read.append(try StoredRow(row, &verification))
                }
                return read
            }
        } catch {
            throw LedgerError(error, path: file.path)
        }
    }

    /// Whether there is anything to read; throws where the database is no ledger or has gaps.
    private static func holdsRecords(_ database: Database, path: String) throws -> Bool {
        guard try SQLiteSchema.identity(database).isLedger(path: path) else { return false }
        let bounds = try Row.fetchOne(
            database, sql: "SELECT count(*), coalesce(max(sequence), 0) FROM records")
        let count = bounds.flatMap { Int.fromDatabaseValue($0[0]) } ?? -1
        let last = bounds.flatMap { Int.fromDatabaseValue($0[1]) } ?? -2
        guard count == last else {
            let gap =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT coalesce(max(sequence), 0) + 1 FROM (SELECT sequence,
                        row_number() OVER (ORDER BY sequence) AS place FROM records)
                        WHERE sequence = place
                        """)
            throw LedgerError.damaged(
                path: path, sequence: gap,
                reason:
                    "it is missing; the ledger holds \(count) records and the last is number \(last)"
            )
        }
        return true
    }
}

extension SQLiteSchema.Identity {
    /// Whether the database is a ledger; false for an empty one, and an error for anything else.
    func isLedger(path: String) throws(LedgerError) -> Bool {
        switch self {
        case .ledger: return true
        case .empty: return false
        case .newer(let version): throw .newerVersion(path: path, version: version)
        case .foreign:
            throw .notALedger(path: path, reason: "it is an SQLite database of another program")
        case .altered:
            throw .damaged(
                path: path, sequence: nil,
                reason: "its tables, or the triggers that keep records from being changed, are not "
                    + "the ones that this program made")
        }
    }
}
