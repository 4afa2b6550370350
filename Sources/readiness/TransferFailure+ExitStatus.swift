import Checks
import Operations

extension TransferFailure {
    /// What to exit with: what is unwell may be well later, what refuses will refuse again.
    var exitStatus: ExitStatus {
        switch reason {
        case .address, .secret: return .usage
        case .unanswered(.tooLong(_)), .messageTooLong, .unusable: return .invalidInput
        case .unanswered, .asksToWait: return .unavailable
        case .answer(_, _, let isPassing): return isPassing ? .unavailable : .invalidInput
        }
    }
}
