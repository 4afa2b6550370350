import Files
import Glibc
import Rollout

/// Makes one TLS session over a connection and notes what it sees on the way.
struct TLSHandshake {
    private let hasIdentity: Bool
    private let deadline: Deadline
    private let socket: DialSocket
    private let session: OpenSSLSession
    /// The first bytes that came, to tell what else it is where it is no TLS.
    private var firstBytes: [UInt8] = []
    /// What the server said before it was asked anything.
    private(set) var earlyBytes: [UInt8] = []

    /// How long a server may take, beside the way to it and back, to object to a certificate.
    static let objectionMilliseconds = 250

    /// More than any greeting: 64 KiB.
    private static let earlyLimit = 1 << 16

    /// Shakes hands; blocks at most until the deadline.
    ///
    /// - Parameters:
    ///   - session: A session that has not begun; it stands where the ending says so.
    ///   - plan: What the session was made for.
    ///   - socket: A connection that is made.
    ///   - deadline: When to give up.
    ///   - way: How long connecting took, in milliseconds.
    /// - Returns: What was seen, and what the server said before it was asked anything.
    static func run(
        _ session: OpenSSLSession, _ plan: TLSPlan, _ socket: DialSocket, _ deadline: Deadline,
        way: Int
    ) -> (observation: TLSObservation, early: [UInt8]) {
        var handshake = TLSHandshake(
            hasIdentity: plan.identity != nil, deadline: deadline, socket: socket, session: session)
        var observation = TLSObservation(instant: plan.instant)
        handshake.run(into: &observation, way)
        return (observation, handshake.earlyBytes)
    }

    private mutating func run(into observation: inout TLSObservation, _ way: Int) {
        let stopwatch = Stopwatch()
        if let failure = exchange(milliseconds: .max, { $0.handshake() }) {
            observation.ending = failure.ending(
                wasAsked: session.recorder.wasAskedForCertificate, hasIdentity: hasIdentity)
        } else {
            observation.handshakeMilliseconds = stopwatch.milliseconds
            observation.ending = answer(way)
        }
        if case .notTLS = observation.ending {
            observation.firstBytes = ForeignText.clean(firstBytes, limit: 64)
        } else {
            session.view.describe(in: &observation)
        }
    }

    /// What the server makes of our certificate, or of the lack of one.
    ///
    /// In TLS 1.3 the handshake is over for the client before the server has seen the client's
    /// certificate, so that an objection comes only afterwards (RFC 8446 section 4.4.2.4 and appendix E.1).
    private mutating func answer(_ way: Int) -> TLSEnding {
        guard session.recorder.wasAskedForCertificate else { return .established }
        guard session.view.version == .tls13 else {
            return hasIdentity ? .accepted(.confirmed) : .established
        }
        let limit = Self.objectionMilliseconds + 4 * way
        var early: [UInt8] = []
        let outcome = exchange(milliseconds: limit) { session in
            // A server may send data before it has read the certificate, so that only its ticket
            // says that it took it; an objection may come after the data.
            while early.count < Self.earlyLimit {
                let (step, bytes) = session.receive()
                guard step == .done else { return session.recorder.hasTicket ? .done : step }
                early += bytes
            }
            return .done
        }
        earlyBytes = early
        guard early.count < Self.earlyLimit else {
            return .interrupted("it does not stop sending before it is asked anything")
        }
        switch outcome {
        case nil: return hasIdentity ? .accepted(.confirmed) : .established
        case .quiet:
            if hasIdentity { return .accepted(.unopposed) }
            // What waits for an answer to its request may have nothing to say, but this one spoke.
            return early.isEmpty ? .established : .interrupted(TLSEnding.spokeTooEarly)
        case .closed, .reset:
            return hasIdentity ? .closedAfterCertificate : .demandsCertificate(nil)
        case .some(let failure):
            return failure.ending(wasAsked: true, hasIdentity: hasIdentity)
        }
    }

    /// Goes on until the step is done; nil then.
    private mutating func exchange(
        milliseconds limit: Int, _ step: (OpenSSLSession) -> OpenSSLSession.Step
    ) -> TLSInterruption? {
        let stopwatch = Stopwatch()
        var isBroken = false
        while true {
            let step = step(session)
            let outgoing = session.take()
            if !outgoing.isEmpty, !isBroken, let error = socket.write(outgoing, deadline) {
                if error == ETIMEDOUT { return deadline.isStopped ? .stopped : .timedOut }
                // What the peer said before it hung up may still be there to be read.
                isBroken = true
            }
            switch step {
            case .done: return nil
            case .ended: return .closed
            case .failed(let error): return notTLS ?? TLSInterruption(error)
            case .wantsInput: break
            }
            let left = limit - stopwatch.milliseconds
            guard left > 0 else { return .quiet }
            switch socket.read(deadline, atMost: left) {
            case .bytes(let bytes):
                if firstBytes.count < 64 { firstBytes += bytes.prefix(64 - firstBytes.count) }
                session.put(bytes)
            case .end: return notTLS ?? (isBroken ? .reset : .closed)
            case .nothing:
                if deadline.isStopped { return .stopped }
                if !deadline.isOver { return .quiet }
                return notTLS ?? .timedOut
            case .failed(let error):
                // That the peer is gone the system tells the writer alone.
                if isBroken || error == ECONNRESET || error == EPIPE { return notTLS ?? .reset }
                return error == ETIMEDOUT
                    ? .timedOut : .interrupted(SystemError(error).description)
            }
        }
    }

    /// What came is something else than TLS records; nil where it may be TLS, or nothing came.
    private var notTLS: TLSInterruption? {
        TLSGreeting.name(of: firstBytes).map(TLSInterruption.notTLS)
    }
}
