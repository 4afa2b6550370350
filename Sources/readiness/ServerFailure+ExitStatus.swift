import Operations

extension ServerFailure {
    /// What to exit with: a server that shows another past is trouble with the ledger.
    var exitStatus: ExitStatus {
        switch self {
        case .address, .unpinned, .notAServer, .unsigned: return .usage
        case .refused, .notStatements: return .invalidInput
        case .kept, .unseen: return .unavailable
        case .unreadable, .answer, .shrunk, .forked, .otherKey, .twoLedgers: return .fileTrouble
        }
    }
}
