import LedgerStorage

extension LedgerError {
    /// What to exit with: most are trouble with the ledger, some the operator's own slips.
    var exitStatus: ExitStatus {
        switch self {
        case .unusablePrefix, .ambiguousPrefix: return .usage
        case .unusableDraft: return .invalidInput
        default: return .fileTrouble
        }
    }
}
