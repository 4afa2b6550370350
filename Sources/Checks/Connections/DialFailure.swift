import Files
import Glibc

/// Why there is no connection to a host.
package enum DialFailure: Hashable, Sendable {
    /// A name server says that there is no such name.
    case noSuchName
    /// The name exists, but has no address.
    case noAddress
    /// No name server answered in time, or none could be reached; in a few words.
    case lookup(String)
    case refused
    case reset
    case timedOut
    case hostUnreachable
    case networkUnreachable
    case notPermitted
    /// The check was ended before its time.
    case stopped
    /// Another error of the system, in its words.
    case other(String)

    /// What an error number of `connect` means.
    package init(errorNumber: Int32) {
        switch errorNumber {
        case ECONNREFUSED: self = .refused
        case ECONNRESET, ECONNABORTED, EPIPE: self = .reset
        case ETIMEDOUT: self = .timedOut
        case EHOSTUNREACH, EHOSTDOWN: self = .hostUnreachable
        // Without an address of the family the system has no way there either.
        case ENETUNREACH, ENETDOWN, EADDRNOTAVAIL, EAFNOSUPPORT: self = .networkUnreachable
        case EACCES, EPERM: self = .notPermitted
        default: self = .other(SystemError(errorNumber).description)
        }
    }

    /// Why a name could not be looked up.
    package init(_ failure: NameLookup.Failure) {
        switch failure {
        case .noSuchName: self = .noSuchName
        case .noAddress: self = .noAddress
        case .timedOut: self = .lookup("no answer in time")
        case .unreachable(let reason): self = .lookup(reason)
        case .stopped: self = .stopped
        }
    }

    /// The failure in a few words, the same in every run.
    package var name: String {
        switch self {
        case .noSuchName: return "no such name"
        case .noAddress: return "no address"
        case .lookup: return "name not resolved"
        case .refused: return "refused"
        case .reset: return "reset"
        case .timedOut: return "timed out"
        case .hostUnreachable: return "host unreachable"
        case .networkUnreachable: return "network unreachable"
        case .notPermitted: return "not permitted"
        case .stopped: return "stopped"
        case .other(let text): return text
        }
    }

    /// Somebody who knows answered; else another address of the host may still be well.
    package var isAnswer: Bool {
        switch self {
        case .noSuchName, .noAddress, .refused, .reset: return true
        case .lookup, .timedOut, .hostUnreachable, .networkUnreachable, .notPermitted, .stopped,
            .other:
            return false
        }
    }
}
