import Foundation
import Rollout

/// What the exit status of the program says.
enum ExitStatus: Int32, Error {
    /// GO, or the command did what it was asked to.
    case success = 0
    /// NO-GO, or a check that is not met.
    case noGo = 1
    /// CONDITIONAL.
    case conditional = 2
    /// An imported post says what it said before; every one does.
    case unchanged = 10
    /// An imported post says something else than before.
    case changed = 11
    /// The publisher of an imported post does not proceed with the change.
    case cancelled = 12
    /// The command line is wrong.
    case usage = 64
    /// An invalid checklist, or another input that is.
    case invalidInput = 65
    /// Another program kept the ledger locked for too long, or a server did not answer.
    case unavailable = 69
    /// A fault of this program.
    case ownFault = 70
    /// Trouble with the ledger or a file.
    case fileTrouble = 74
    /// Ended by SIGINT or SIGTERM.
    case interrupted = 130
    /// Whoever read the result went away; as a program ends that SIGPIPE ended.
    case readerGone = 141

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
