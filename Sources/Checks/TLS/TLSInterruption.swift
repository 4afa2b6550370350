/// Why a handshake did not come to its end, or what followed it in the session.
enum TLSInterruption: Hashable {
    case alert(TLSEnding.Alert)
    case closed, reset, timedOut, stopped
    /// The time for an answer passed without one.
    case quiet
    case notTLS(String)
    /// OpenSSL gave up.
    case failed(String)
    /// The system did.
    case interrupted(String)

    /// What an error of OpenSSL stands for.
    init(_ error: OpenSSLErrors.First?) {
        switch error {
        case .alert(let alert): self = .alert(alert)
        case .other(_, _, let text): self = .failed(text)
        case nil: self = .interrupted("unknown error")
        }
    }

    /// How the session ended, which depends on who was asked for a certificate and had one.
    func ending(wasAsked: Bool, hasIdentity: Bool) -> TLSEnding {
        switch self {
        case .alert(let alert):
            guard wasAsked, TLSEnding.certificateAlerts.contains(alert.number) else {
                return .alert(alert)
            }
            return hasIdentity ? .rejectsCertificate(alert) : .demandsCertificate(alert)
        case .closed: return wasAsked && !hasIdentity ? .demandsCertificate(nil) : .closed
        case .reset: return wasAsked && !hasIdentity ? .demandsCertificate(nil) : .reset
        case .timedOut, .quiet: return .timedOut
        case .stopped: return .stopped
        case .notTLS(let what): return .notTLS(what)
        case .failed(let text): return .failed(text)
        case .interrupted(let text): return .interrupted(text)
        }
    }
}
