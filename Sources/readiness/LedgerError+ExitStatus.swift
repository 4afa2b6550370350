import LedgerStorage

extension LedgerError {
    /// What to exit with: most are trouble with the ledger, some the operator's own mistakes.
    var exitStatus: ExitStatus {
        switch cause {
        case .unusablePrefix, .ambiguousPrefix, .fewerEntries: return .usage
        case .unusableDraft: return .invalidInput
        case .busy: return .unavailable
        default: return .fileTrouble
        }
    }
}
