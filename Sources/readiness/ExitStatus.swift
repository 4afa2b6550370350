import Foundation
import LedgerStorage
import Rollout

/// What the exit status of the program says.
enum ExitStatus: Int32, Error {
    case success = 0
    /// NO-GO, or a check that is not met.
    case noGo = 1
    case conditional = 2
    case usage = 64
    /// An invalid checklist, or another input that is.
    case invalidInput = 65
    case unavailable = 69
    case ownFault = 70
    /// Trouble with the ledger or a file.
    case fileTrouble = 74
    /// Ended by SIGINT or SIGTERM.
    case interrupted = 130

    /// What a verdict exits with.
    init(_ verdict: Verdict) {
        switch verdict {
        case .go: self = .success
        case .conditional: self = .conditional
        case .noGo: self = .noGo
        }
    }

    /// Ends the program.
    static func leave(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}

/// Why a command could not do its work, in whole sentences, with the status to exit with.
struct CommandFailure: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension LedgerError {
    /// A name that the operator gave wrong is a usage error, everything else is trouble with the ledger.
    var exitStatus: ExitStatus {
        switch self {
        case .unusablePrefix, .ambiguousPrefix: return .usage
        default: return .fileTrouble
        }
    }
}
