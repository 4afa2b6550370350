import LedgerStorage

extension LedgerError {
    /// The error in the words of a ledger; never with SQL or its arguments.
    init(_ error: any Error, _ location: LedgerLocation) {
        switch error {
        case let error as LedgerError: self = error
        case let error as PostgresFailure: self.init(location, error.ledgerCause)
        default: self.init(location, .failed(reason: "\(error)"))
        }
    }
}

extension PostgresFailure {
    /// What it means for a ledger that nothing was added to by it.
    var ledgerCause: LedgerError.Cause {
        switch cause {
        case .lost: .unreadable(reason: "the database cannot be reached (\(reason))")
        case .refused("53100"): .full
        case .refused("25006"):
            .unwritable(reason: "the database takes nothing new now; find the one that does")
        case .refused("42501"):
            .unwritable(
                reason: "the role of the server lacks a right (\(reason)); grant what "
                    + "`readiness-server init-database` prints")
        case .refused("53300"), .refused("55P03"), .refused("57014"): .busy
        case .refused("42P06"), .refused("42P07"):
            .failed(
                reason:
                    "there is a schema \(PostgresSchema.name) in it already; nothing was changed")
        case .refused(let code): .failed(reason: "\(reason) (SQLSTATE \(code))")
        }
    }
}
