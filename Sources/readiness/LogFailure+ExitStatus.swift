import Operations

extension LogFailure {
    /// What to exit with: the log or a file is in trouble, or what was given does not fit.
    var exitStatus: ExitStatus {
        switch self {
        case .busy: return .unavailable
        case .noLog, .hasLog, .unusable, .notSigned, .proofWanted: return .usage
        case .otherCosignature, .shrunk, .split, .unproved, .otherProof: return .invalidInput
        case .keyInUse, .noKey, .unsafeKey, .otherKey, .unreadable, .unsigned, .forked, .otherTiles,
            .file:
            return .fileTrouble
        }
    }
}
