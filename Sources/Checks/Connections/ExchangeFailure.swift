/// Why an exchange of bytes over a connection did not come to its end.
package enum ExchangeFailure: Error, Hashable, Sendable {
    /// The other side said no, or something else than what the protocol wants; in a few words.
    case refused(String)
    /// The other side said that it sends no more.
    case closed
    /// The connection ended without the word that ends TLS, so that something may be missing.
    case cut
    case reset
    case timedOut
    /// The check was ended before its time.
    case stopped
    /// The system or OpenSSL gave up; in a few words.
    case interrupted(String)

    /// The failure in a few words, the same in every run.
    package var name: String {
        switch self {
        case .refused(let words), .interrupted(let words): return words
        case .closed: return "closed"
        case .cut: return "cut off"
        case .reset: return "reset"
        case .timedOut: return "timed out"
        case .stopped: return "stopped"
        }
    }
}
