package import GRDB

extension LedgerError {
    /// The error in the words of a ledger; never with SQL or its arguments, which hold what was
    /// recorded.
    init(_ error: any Error, _ location: LedgerLocation) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError: self.init(location, Cause(error))
        default: self.init(location, .failed(reason: "\(error)"))
        }
    }
}

extension LedgerError.Cause {

    /// What a result code of SQLite means for a ledger.
    package init(_ error: DatabaseError) {
        let words = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notALedger(reason: "it is not an SQLite database")
        case .SQLITE_CORRUPT:
            self = .damaged(
                LedgerDamage(
                    sequence: nil, reason: "SQLite cannot make sense of the file (\(words))"))
        case .SQLITE_FULL: self = .full
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_READONLY:
            self = .unwritable(
                reason:
                    "the file or its folder is write-protected; let its owner share it, or name "
                    + "another ledger")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .unreadable(
                reason:
                    "SQLite cannot open it or the files beside it (\(words)); the folder must be "
                    + "there and be writable")
        case .SQLITE_IOERR:
            self = .failed(
                reason: "the disk could not be read or written (\(words)); see with readiness log "
                    + "what was recorded before you try again")
        default: self = .failed(reason: words)
        }
    }
}
