import Foundation
import Rollout

/// Why there is no connection to a host.
package enum DialFailure: Hashable, Sendable {
    /// A name server says that there is no such name.
    case noSuchName
    /// The name exists, but has no address.
    case noAddress
    /// No name server answered in time, or none could be reached; in words.
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
        default: self = .other(String(cString: strerror(errorNumber)))
        }
    }

    /// Why a name could not be looked up.
    package init(_ failure: NameLookup.Failure) {
        switch failure {
        case .noSuchName: self = .noSuchName
        case .noAddress: self = .noAddress
        case .timedOut: self = .lookup("no name server answered in time")
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

    /// Somebody who knows answered, so that it is known not to be so; else it could not be looked
    /// at.
    package var isAnswer: Bool {
        switch self {
        case .noSuchName, .noAddress, .refused, .reset: return true
        case .lookup, .timedOut, .hostUnreachable, .networkUnreachable, .notPermitted, .stopped,
            .other:
            return false
        }
    }

    /// The failure as a sentence.
    ///
    /// - Parameters:
    ///   - host: The name or address that was dialled.
    ///   - place: The same with its port.
    ///   - timeout: How long the check may take.
    /// - Returns: What is so, and what it may come from.
    package func sentence(host: String, place: String, timeout: Duration) -> String {
        switch self {
        case .noSuchName: return "There is no such name as \(host)."
        case .noAddress: return "The name \(host) exists, but has no address."
        case .lookup(let reason): return "The name \(host) could not be looked up: \(reason)."
        case .refused: return "\(place) refused the connection: nothing listens there."
        case .reset: return "\(place) reset the connection while it was being made."
        case .timedOut:
            return "\(place) did not answer within \(timeout.language): a firewall may drop the"
                + " connection, or the host is down."
        case .hostUnreachable: return "There is no way to the host of \(place) from here."
        case .networkUnreachable: return "There is no route to the network of \(place) from here."
        case .notPermitted: return "This machine does not permit a connection to \(place)."
        case .stopped: return "The check was stopped before it had an answer."
        case .other(let text): return "No connection to \(place) could be made: \(text)."
        }
    }
}
