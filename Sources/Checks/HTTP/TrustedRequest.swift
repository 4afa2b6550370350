package import Rollout

/// One request that the program makes for itself, to a server that must prove who it is.
///
/// It is made as checks over HTTP are, with less freedom: the certificate is always verified, no
/// redirect is followed, and no proxy is used, whatever the environment says.
package struct TrustedRequest: Sendable {
    private var plan: HTTPPlan
    private let takesCut: Bool

    /// - Parameters:
    ///   - request: What is asked; its secrets go out over a session that is trusted alone.
    ///   - address: Whom it goes to.
    ///   - authorities: The path of the authorities that are trusted; nil for the system's.
    ///   - mostBytes: How long an answer may be.
    ///   - takesCut: Whether the beginning of a longer one will do; else it is a failure.
    package init(
        _ request: HTTPRequest, to address: HTTPAddress, authorities: String? = nil,
        mostBytes: Int, takesCut: Bool = false
    ) {
        self.takesCut = takesCut
        plan = HTTPPlan(address)
        plan.request = request
        plan.tls.certificate.authorities = authorities
        (plan.bodyLimit, plan.keptLimit) = (mostBytes, mostBytes)
    }

    /// The whole answer, whatever its status, or why there is none; relative paths of authorities
    /// count from `folder`.
    package func answer(
        within timeout: Duration, from folder: String, clock: @escaping @Sendable () -> Instant
    ) async -> Result<HTTPResponse, Failure> {
        // No checklist names the file of authorities: whoever started the program did, wherever it lies.
        let environment = CheckEnvironment(
            folder: folder, timeout: timeout, commands: .granted, variables: [:], clock: clock)
        let observation = await HTTPExchange(plan: plan).run(in: environment)
        guard let hop = observation.hops.last else { return .failure(.lost) }
        if let failure = hop.report.failure {
            return .failure(Failure(failure, hop.report))
        }
        guard !hop.wasWithheld else {
            let ground = HTTPFindings(plan: plan, observation: observation).ground(hop)
            let unmet = ground?.findings.filter { !$0.isMet } ?? []
            return .failure(.untrusted(unmet, ground?.obstacle))
        }
        guard let response = hop.response else { return .failure(.lost) }
        guard takesCut || !response.isStopped && !response.body.isCut else {
            return .failure(.tooLong(bytes: plan.bodyLimit))
        }
        return .success(response)
    }

    /// Why there is no answer.
    package enum Failure: Error, Hashable, Sendable {
        /// Nothing came of it that anybody could name.
        case lost
        /// We could not ask, or not wait for the end.
        case obstacle(Obstacle)
        /// The other side ended it; what was seen, in a few words.
        case ended(String, isPassing: Bool, wasAsked: Bool)
        /// The server is not shown to be the one that is meant, so that it was told nothing.
        case untrusted([Finding], Obstacle?)
        /// The answer is longer than may be.
        case tooLong(bytes: Int)

        init(_ failure: ConnectionFailure, _ report: ConnectionReport) {
            if let obstacle = failure.obstacle(on: report.dial, limit: report.limit) {
                self = .obstacle(obstacle)
            } else {
                self = .ended(
                    failure.phrase, isPassing: failure.isPassing, wasAsked: failure.wasAsked)
            }
        }

        /// Another attempt may well fare better.
        package var isPassing: Bool {
            switch self {
            case .obstacle(let obstacle): return Self.passing.contains(obstacle.code)
            case .ended(_, let isPassing, _): return isPassing
            case .lost, .untrusted, .tooLong: return false
            }
        }

        /// The request may have arrived, whatever became of the answer.
        package var mayHaveArrived: Bool {
            switch self {
            case .obstacle(let obstacle): return !Self.before.contains(obstacle.code)
            case .ended(_, _, let wasAsked): return wasAsked
            case .lost, .tooLong: return true
            case .untrusted: return false
            }
        }

        /// What ends a request before it is sent; of others, such as a stop, nobody knows.
        private static let before: Set<Obstacle.Code> = [
            .timedOut, .lookupFailed, .hostUnreachable, .networkUnreachable, .notPermitted,
            .connectionFailed, .handshakeTimedOut, .handshakeInterrupted,
        ]

        private static let passing: Set<Obstacle.Code> = [
            .timedOut, .lookupFailed, .hostUnreachable, .networkUnreachable, .connectionFailed,
            .exchangeTimedOut, .exchangeInterrupted, .handshakeTimedOut, .handshakeInterrupted,
        ]
    }
}

extension ConnectionFailure {
    /// It tells of the state of a network or a server, and not of what they are set to do.
    fileprivate var isPassing: Bool {
        switch self {
        case .dial, .noReply, .exchange(.closed), .exchange(.cut), .exchange(.reset),
            .handshake(.closed), .handshake(.reset):
            return true
        case .setup, .preamble, .exchange, .handshake: return false
        }
    }

    /// The request went out, or may have: a server may refuse a certificate only once it has it.
    fileprivate var wasAsked: Bool {
        switch self {
        case .setup, .dial, .preamble: return false
        case .handshake(let ending):
            switch ending {
            case .demandsCertificate, .rejectsCertificate, .closedAfterCertificate, .accepted,
                .established:
                return true
            default: return false
            }
        case .noReply, .exchange: return true
        }
    }
}
