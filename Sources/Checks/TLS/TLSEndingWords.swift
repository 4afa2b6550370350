import Rollout

/// Says in a sentence how an attempt to make a TLS session ended.
struct TLSEndingWords {
    /// Where the server is.
    let place: String
    let timeout: Duration

    /// The sentence for an ending that does not say whether the server offers TLS; nil for the
    /// others.
    func undetermined(_ ending: TLSEnding) -> String? {
        switch ending {
        case .timedOut:
            return "\(place) accepted the connection, but the TLS handshake was not over within"
                + " \(timeout.language)."
        case .stopped: return "The check was stopped before the handshake was over."
        case .interrupted(let text):
            return "The TLS handshake with \(place) could not be carried through: \(text)."
        default: return nil
        }
    }

    /// The sentence for an ending without a session.
    func sentence(_ ending: TLSEnding) -> String {
        switch ending {
        case .established, .accepted: return "\(place) made a TLS session."
        case .timedOut, .stopped, .interrupted: return undetermined(ending) ?? ""
        case .demandsCertificate(let alert):
            let how = alert.map { "answered with \($0)" } ?? "hung up"
            return "\(place) demands a client certificate, and \(how) when it was given none."
        case .rejectsCertificate(let alert):
            return "\(place) rejected the client certificate: \(alert)."
        case .closedAfterCertificate:
            return "\(place) closed the connection right after it was given the client certificate."
        case .closed: return "\(place) closed the connection during the TLS handshake."
        case .reset: return "\(place) reset the connection during the TLS handshake."
        case .notTLS(let what):
            return "\(place) does not speak TLS there: it answered with \(what)."
        case .alert(let alert): return "\(place) ended the TLS handshake: \(meaning(of: alert))."
        case .failed(let text): return "The TLS handshake with \(place) failed: \(text)."
        }
    }

    private func meaning(of alert: TLSEnding.Alert) -> String {
        switch alert.number {
        case 40: return "\(alert); it shares no cipher or group with us, or demands something else"
        case 70: return "\(alert); it speaks none of the versions that were offered"
        case 112: return "\(alert); it knows no server of this name"
        case 120: return "\(alert); it speaks none of the application protocols that were offered"
        default: return alert.description
        }
    }
}
