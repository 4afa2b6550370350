/// How an attempt to make a TLS session ended.
package enum TLSEnding: Hashable, Sendable {
    /// An alert of the peer by its number and OpenSSL's name for it.
    package struct Alert: Hashable, Sendable, CustomStringConvertible {
        package let number: Int
        package let name: String

        package init(number: Int, name: String) {
            self.number = number
            self.name = name
        }

        package var description: String { "\(name) (alert \(number))" }

        /// What a server usually means by it; nil where its name says it all.
        var meaning: String? {
            switch number {
            case 40: return "no cipher or group in common, or it demands something else"
            case 70: return "none of the versions that were offered"
            case 112: return "no server of this name"
            case 120: return "none of the application protocols that were offered"
            default: return nil
            }
        }
    }

    /// How it is known that the server accepts the client certificate.
    package enum Acceptance: Hashable, Sendable {
        /// It went on after it had judged the certificate.
        case confirmed
        /// It did not object within the time that it was given, and did not go on either.
        case unopposed
    }

    /// The session stands; no certificate was sent to it.
    case established
    /// The session stands, and the server did not turn our certificate down.
    case accepted(Acceptance)
    /// The server asked for a client certificate, was given none and ended it; nil where it just
    /// hung up.
    case demandsCertificate(Alert?)
    /// The server ended it after it was given our certificate.
    case rejectsCertificate(Alert)
    /// The server hung up without a word after it was given our certificate.
    case closedAfterCertificate
    case timedOut
    /// The check was ended before its time.
    case stopped
    case closed
    case reset
    /// What came is no TLS; what it looks like, such as "plain HTTP".
    case notTLS(String)
    case alert(Alert)
    /// Another failure of the handshake in OpenSSL's words.
    case failed(String)
    /// The connection was lost, or something on our side went wrong; in words.
    case interrupted(String)

    /// What a server says before it has read whether there is a client certificate shows nothing.
    static let spokeTooEarly = "it speaks before it says whether it demands a client certificate"

    /// The ending in a few words, the same in every run.
    package var name: String {
        switch self {
        case .established: return "established"
        case .accepted(.confirmed): return "client certificate accepted"
        case .accepted(.unopposed): return "client certificate neither accepted nor rejected"
        case .demandsCertificate: return "client certificate required"
        case .rejectsCertificate: return "client certificate rejected"
        case .closedAfterCertificate: return "closed after the client certificate"
        case .timedOut: return "timed out"
        case .stopped: return "stopped"
        case .closed: return "closed during the handshake"
        case .reset: return "reset during the handshake"
        case .notTLS: return "not TLS"
        case .alert(let alert): return alert.description
        case .failed(let text), .interrupted(let text): return text
        }
    }

    /// The ending in a few words with what it may come from.
    var phrase: String {
        switch self {
        case .notTLS(let what): return "\(what) instead of TLS"
        case .closed: return "an end of the connection during the handshake"
        case .reset: return "a reset during the handshake"
        case .closedAfterCertificate:
            return "an end of the connection after the client certificate"
        case .failed(let text): return "a failed handshake: \(text)"
        case .rejectsCertificate(let alert):
            return "a rejection of the client certificate: \(alert)"
        case .demandsCertificate(let alert):
            return "a demand for a client certificate: "
                + (alert?.description ?? "it hung up without one")
        case .alert(let alert):
            return alert.meaning.map { "\(alert): \($0)" } ?? alert.description
        default: return name
        }
    }

    /// The alerts that answer a client certificate, or the lack of one; many servers only say
    /// handshake_failure (40).
    static let certificateAlerts: Set = [40, 41, 42, 43, 44, 45, 46, 48, 49, 51, 116]

    /// The session stands, and the server went on after it had read whether there is a client
    /// certificate; before that, nothing that it says is an answer.
    var isShown: Bool {
        switch self {
        case .established, .accepted(.confirmed): return true
        default: return false
        }
    }

    /// The session stands.
    package var isEstablished: Bool {
        switch self {
        case .established, .accepted: return true
        default: return false
        }
    }
}
