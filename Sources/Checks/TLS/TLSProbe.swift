import Foundation
import Rollout

/// Makes one TLS session with a server and notes what it sees on the way.
struct TLSProbe {
    private let plan: TLSPlan
    private let patience: Patience
    private let socket: DialSocket
    private let session: OpenSSLSession
    private let recorder: OpenSSLRecorder
    /// The first bytes that came, to tell what else it is where it is no TLS.
    private var firstBytes: [UInt8] = []

    /// How long a server may take, beside the way to it and back, to object to a certificate.
    private static let objectionMilliseconds = 250

    /// Carries out a plan; blocks at most as long as the patience.
    static func run(_ plan: TLSPlan, timeout: Duration, patience: Patience) -> TLSObservation {
        let context: OpenSSLContext
        let session: OpenSSLSession
        do {
            context = try OpenSSLContext(plan)
            session = try OpenSSLSession(context, plan)
        } catch {
            let dial = DialReport(host: plan.target.host, port: plan.target.port ?? plan.port)
            var observation = TLSObservation(dial: dial, timeout: timeout)
            observation.trouble = error.sentence
            return observation
        }
        let (dial, socket) = Dialer.dial(plan.target, port: plan.port, patience: patience)
        var observation = TLSObservation(dial: dial, timeout: timeout)
        observation.ownCertificate = plan.identity == nil ? nil : context.ownCertificate
        guard let socket else { return observation }
        var probe = TLSProbe(
            plan: plan, patience: patience, socket: socket, session: session,
            recorder: context.recorder)
        probe.run(into: &observation)
        return observation
    }

    private init(
        plan: TLSPlan, patience: Patience, socket: DialSocket, session: OpenSSLSession,
        recorder: OpenSSLRecorder
    ) {
        (self.plan, self.patience, self.socket) = (plan, patience, socket)
        (self.session, self.recorder) = (session, recorder)
    }

    private mutating func run(into observation: inout TLSObservation) {
        let stopwatch = DialStopwatch()
        if let failure = exchange(milliseconds: .max, { $0.handshake() }) {
            observation.ending = Self.ending(
                failure, wasAsked: recorder.wasAskedForCertificate,
                hasIdentity: plan.identity != nil)
        } else {
            observation.handshakeMilliseconds = stopwatch.milliseconds
            observation.ending = answer(observation.dial.connection?.milliseconds ?? 0)
            session.end()
            _ = socket.write(session.take(), patience)
        }
        if case .notTLS = observation.ending {
            observation.firstBytes = CertificateText.clean(firstBytes, limit: 64)
        } else {
            session.describe(in: &observation)
        }
    }

    /// What the server makes of our certificate, or of the lack of one.
    ///
    /// In TLS 1.3 the handshake is over for the client before the server has seen the client's
    /// certificate, so that an
    /// objection comes only afterwards (RFC 8446 section 4.4.2.4 and appendix E.1).
    private mutating func answer(_ way: Int) -> TLSEnding {
        let hasIdentity = plan.identity != nil
        guard recorder.wasAskedForCertificate else { return .established }
        guard session.version == .tls13 else {
            return hasIdentity ? .accepted(.confirmed) : .established
        }
        let limit = Self.objectionMilliseconds + 4 * way
        let recorder = recorder
        let outcome = exchange(milliseconds: limit) { session in
            let step = session.read()
            return step == .wantsInput && recorder.hasTicket ? .done : step
        }
        switch outcome {
        case nil: return hasIdentity ? .accepted(.confirmed) : .established
        case .quiet:
            return hasIdentity ? .accepted(.noObjection(milliseconds: limit)) : .established
        case .closed, .reset:
            return hasIdentity ? .closedAfterCertificate : .demandsCertificate(nil)
        case .some(let failure):
            return Self.ending(failure, wasAsked: true, hasIdentity: hasIdentity)
        }
    }

    /// Why an exchange did not come to its end.
    private enum Failure {
        case alert(TLSEnding.Alert)
        case closed, reset, timedOut, stopped
        /// The time for an answer passed without one.
        case quiet
        case notTLS(String)
        /// OpenSSL gave up.
        case failed(String)
        /// The system did.
        case interrupted(String)
    }

    /// Goes on until the step is done; nil then.
    private mutating func exchange(
        milliseconds limit: Int, _ step: (OpenSSLSession) -> OpenSSLSession.Step
    ) -> Failure? {
        let stopwatch = DialStopwatch()
        var isBroken = false
        while true {
            let step = step(session)
            let outgoing = session.take()
            if !outgoing.isEmpty, !isBroken, let error = socket.write(outgoing, patience) {
                if error == ETIMEDOUT { return patience.isStopped ? .stopped : .timedOut }
                // What the peer said before it hung up may still be there to be read.
                isBroken = true
            }
            switch step {
            case .done: return nil
            case .ended: return .closed
            case .failed(let error): return failure(error)
            case .wantsInput: break
            }
            let left = limit - stopwatch.milliseconds
            guard left > 0 else { return .quiet }
            switch socket.read(patience, atMost: left) {
            case .bytes(let bytes):
                if firstBytes.count < 64 { firstBytes += bytes.prefix(64 - firstBytes.count) }
                session.put(bytes)
            case .end: return notTLS ?? (isBroken ? .reset : .closed)
            case .nothing:
                if patience.isStopped { return .stopped }
                if !patience.isOver { return .quiet }
                return notTLS ?? .timedOut
            case .failed(let error):
                // That the peer is gone the system tells the writer alone.
                if isBroken || error == ECONNRESET || error == EPIPE { return notTLS ?? .reset }
                return error == ETIMEDOUT
                    ? .timedOut : .interrupted(String(cString: strerror(error)))
            }
        }
    }

    private func failure(_ error: OpenSSLErrors.First?) -> Failure {
        if let notTLS { return notTLS }
        switch error {
        case .alert(let alert): return .alert(alert)
        case .other(_, _, let text): return .failed(text)
        case nil: return .interrupted("unknown error")
        }
    }

    /// What came is something else than TLS records; nil where it may be TLS, or nothing came.
    private var notTLS: Failure? {
        TLSGreeting.name(of: firstBytes).map(Failure.notTLS)
    }

    private static func ending(
        _ failure: Failure, wasAsked: Bool, hasIdentity: Bool
    ) -> TLSEnding {
        switch failure {
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
