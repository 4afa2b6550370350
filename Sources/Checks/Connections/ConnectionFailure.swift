package import Rollout

/// Why a connection did not come to the end of what was to be done on it.
package enum ConnectionFailure: Error, Hashable, Sendable {
    /// Something of ours is not usable, so that nothing was dialled.
    case setup(Obstacle)
    case dial(DialFailure)
    /// Nothing came back for a datagram.
    case noReply
    /// The plain dialogue before TLS.
    case preamble(ExchangeFailure)
    case handshake(TLSEnding)
    /// What was said on the connection once it stood.
    case exchange(ExchangeFailure)

    /// The failure in a few words, the same in every run.
    package var name: String {
        switch self {
        case .setup(let obstacle): return obstacle.code.rawValue
        case .dial(let failure): return failure.name
        case .noReply: return "no reply"
        case .preamble(let failure), .exchange(let failure): return failure.name
        case .handshake(let ending): return ending.name
        }
    }

    /// What the failure shows, in a few words with what it may come from.
    package var phrase: String {
        switch self {
        case .dial(.refused): return "a refusal: nothing listens there"
        case .dial(.reset): return "a reset while it was being made"
        case .preamble(.closed): return "an end of the connection before TLS began"
        case .preamble(.reset): return "a reset before TLS began"
        case .exchange(.closed), .exchange(.cut): return "an end of the connection"
        case .exchange(.reset): return "a reset"
        case .handshake(let ending): return ending.phrase
        case .setup, .dial, .noReply, .preamble, .exchange: return name
        }
    }

    /// What kept us from looking; nil where the failure is an answer of the other side.
    ///
    /// This is the one place that decides between *unmet* and *undetermined* for a connection.
    package func obstacle(on dial: DialReport, limit: Duration) -> Obstacle? {
        switch self {
        case .setup(let obstacle): return obstacle
        case .dial(let failure): return Self.obstacle(failure, dial, limit)
        case .noReply:
            return Obstacle(.noReply, ["place": dial.reached, "limit": limit.language])
        case .handshake(let ending): return Self.obstacle(ending, dial, limit)
        case .preamble(let failure), .exchange(let failure):
            return Self.obstacle(failure, dial, limit)
        }
    }

    private static func obstacle(
        _ failure: DialFailure, _ dial: DialReport, _ limit: Duration
    ) -> Obstacle? {
        let place = dial.place
        switch failure {
        case .noSuchName, .noAddress, .refused, .reset: return nil
        case .lookup(let detail):
            return Obstacle(.lookupFailed, ["host": dial.host, "detail": detail])
        case .timedOut: return Obstacle(.timedOut, ["place": place, "limit": limit.language])
        case .hostUnreachable: return Obstacle(.hostUnreachable, ["place": place])
        case .networkUnreachable: return Obstacle(.networkUnreachable, ["place": place])
        case .notPermitted: return Obstacle(.notPermitted, ["place": place])
        case .stopped: return Obstacle(.stopped)
        case .other(let detail):
            return Obstacle(.connectionFailed, ["place": place, "detail": detail])
        }
    }

    private static func obstacle(
        _ ending: TLSEnding, _ dial: DialReport, _ limit: Duration
    ) -> Obstacle? {
        let place = dial.reached
        switch ending {
        case .established, .accepted(.confirmed), .demandsCertificate, .rejectsCertificate,
            .closed, .reset, .notTLS, .alert, .failed:
            return nil
        case .accepted(.unopposed): return Obstacle(.clientCertificateUnconfirmed, ["place": place])
        case .closedAfterCertificate:
            return Obstacle(.clientCertificateUnanswered, ["place": place])
        case .timedOut:
            return Obstacle(.handshakeTimedOut, ["place": place, "limit": limit.language])
        case .stopped: return Obstacle(.stopped)
        case .interrupted(let detail):
            return Obstacle(.handshakeInterrupted, ["place": place, "detail": detail])
        }
    }

    private static func obstacle(
        _ failure: ExchangeFailure, _ dial: DialReport, _ limit: Duration
    ) -> Obstacle? {
        let place = dial.reached
        switch failure {
        case .refused, .closed, .cut, .reset: return nil
        case .timedOut:
            return Obstacle(.exchangeTimedOut, ["place": place, "limit": limit.language])
        case .stopped: return Obstacle(.stopped)
        case .interrupted(let detail):
            return Obstacle(.exchangeInterrupted, ["place": place, "detail": detail])
        }
    }
}
