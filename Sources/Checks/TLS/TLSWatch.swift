import CLibSSL
import Glibc
import Rollout

/// Watches a TLS session that another library makes with a context of its own: it is verified as
/// ours are, and the same is seen of it.
final class TLSWatch {
    private let plan: TLSPlan
    private let context: OpenSSLContext
    private let recorder = OpenSSLRecorder()
    /// The session, while a callback about it runs.
    private var session: OpaquePointer?
    private let stopwatch = Stopwatch()
    private var began = 0

    /// What was seen; the ending is up to whoever knows what came of it all.
    private(set) var observation: TLSObservation
    /// The first handshake has begun.
    private(set) var hasBegun = false
    /// The first handshake has come to its end.
    private(set) var isDone = false
    /// The alert with which the peer ended the session.
    private(set) var alert: TLSEnding.Alert?
    /// The peer said that it sends no more, as it should at the end.
    private(set) var saidGoodbye = false
    /// The peer asked for a certificate after the first handshake.
    private(set) var wasAskedLate = false
    /// What of ours is not usable after all.
    private(set) var setupFailure: TLSSetupFailure?
    private var firstBytes: [UInt8] = []
    /// How many bytes of the peer's records were begun to be read.
    private var received = 0
    /// Where the last of these records begins.
    private var lastRecord = 0
    /// How many bytes the peer had sent before it was asked anything; nil before that.
    private var unasked: Int?
    /// The peer went on after it had read our last message: with a ticket, or with what it sent once
    /// it was asked.
    private var hasGoneOn = false

    /// The place of the watch in a context.
    private static let place = clibssl_new_context_place()

    /// Throws where something of ours is not usable.
    init(_ plan: TLSPlan, _ authorities: AuthorityCache) throws(TLSSetupFailure) {
        self.plan = plan
        try plan.requirePermission()
        context = try authorities.context(plan.authorities, within: plan.confinement)
        observation = TLSObservation(instant: plan.instant)
        // What is wrong on our side is found out before anybody is bothered.
        _ = try OpenSSLSession(context, plan)
    }

    /// Sets a context up that has made no session yet; false where that failed.
    ///
    /// The watch must outlive the context.
    func watch(_ pointer: UnsafeMutableRawPointer) -> Bool {
        let other = OpaquePointer(pointer)
        do throws(TLSSetupFailure) {
            try OpenSSLContext.offerEverything(other)
        } catch {
            setupFailure = error
            return false
        }
        context.share(authoritiesWith: other)
        OpenSSLContext.askNobody(other)
        OpenSSLRecorder.listenToVerification(of: other)
        // A variable of the environment would have the keys of the session written to a file.
        SSL_CTX_set_keylog_callback(other, nil)
        SSL_CTX_set_ex_data(other, Self.place, Unmanaged.passUnretained(self).toOpaque())
        SSL_CTX_set_info_callback(other) { session, place, value in
            guard let session else { return }
            TLSWatch.of(session)?.note(session, place, value)
        }
        SSL_CTX_set_msg_callback(other) { isOurs, _, type, bytes, count, session, _ in
            guard isOurs == 0, let bytes, let session else { return }
            TLSWatch.of(session)?.note(type, UnsafeRawBufferPointer(start: bytes, count: count))
        }
        recorder.onCertificateRequest = { [unowned self] in
            if isDone { wasAskedLate = true }
            describe()
        }
        return true
    }

    private static func of(_ session: OpaquePointer) -> TLSWatch? {
        SSL_CTX_get_ex_data(SSL_get_SSL_CTX(session), place).map {
            Unmanaged<TLSWatch>.fromOpaque($0).takeUnretainedValue()
        }
    }

    private func note(_ session: OpaquePointer, _ place: Int32, _ value: Int32) {
        self.session = session
        if place & SSL_CB_HANDSHAKE_START != 0, !hasBegun { begin(session) }
        if place & SSL_CB_HANDSHAKE_DONE != 0 {
            if !isDone { observation.handshakeMilliseconds = stopwatch.milliseconds - began }
            isDone = true
            describe()
        }
        guard place & SSL_CB_ALERT != 0 else { return }
        let number = value & 0xff
        if place & SSL_CB_READ != 0 {
            if number == SSL_AD_CLOSE_NOTIFY {
                saidGoodbye = true
            } else {
                let name = SSL_alert_desc_string_long(value).map { String(cString: $0) }
                alert = alert ?? TLSEnding.Alert(number: Int(number), name: name ?? "unknown")
            }
        }
        if number != SSL_AD_CLOSE_NOTIFY { describe() }
    }

    private func begin(_ session: OpaquePointer) {
        hasBegun = true
        began = stopwatch.milliseconds
        recorder.attach(to: session)
        do throws(TLSSetupFailure) {
            try OpenSSLSession.prepare(session, plan)
        } catch {
            setupFailure = error
        }
    }

    /// Takes in the head of a record, the type within it, or a message of a handshake.
    private func note(_ type: Int32, _ bytes: UnsafeRawBufferPointer) {
        switch type {
        case SSL3_RT_HEADER:
            if firstBytes.isEmpty { firstBytes = Array(bytes.prefix(64)) }
            guard bytes.count >= 5 else { return }
            lastRecord = received
            received += 5 + Int(bytes[3]) << 8 + Int(bytes[4])
        case SSL3_RT_INNER_CONTENT_TYPE:
            let isData = bytes.first == UInt8(SSL3_RT_APPLICATION_DATA)
            if isData, let unasked, lastRecord >= unasked { hasGoneOn = true }
        case SSL3_RT_HANDSHAKE:
            // Sent only after the client's last message (RFC 8446 section 4.6.1).
            if bytes.first == UInt8(SSL3_MT_NEWSESSION_TICKET) { hasGoneOn = true }
        default: break
        }
    }

    /// Says that something is asked from now on; a server that asked for a certificate is given the
    /// time to object first, and what it has said by then is no answer.
    func ask(over descriptor: Int32, way: Int) {
        guard recorder.wasAskedForCertificate, observation.session?.version == .tls13 else {
            return
        }
        // All of that time, unless the peer hangs up: what it says of its own accord may come in parts.
        var entry = pollfd(fd: descriptor, events: 0, revents: 0)
        if !hasGoneOn { _ = poll(&entry, 1, Int32(TLSHandshake.objectionMilliseconds + 4 * way)) }
        unasked = received + DialSocket.waitingBytes(descriptor)
    }

    private func describe() {
        guard let session else { return }
        OpenSSLView(pointer: session, recorder: recorder, plan: plan, context: context)
            .describe(in: &observation)
    }

    /// What came is something else than TLS; nil where it may be TLS, or nothing came.
    var notTLS: TLSInterruption? {
        TLSGreeting.name(of: firstBytes).map(TLSInterruption.notTLS)
    }

    /// What was seen of a session that ended so; nil where it stands.
    func observation(endedBy interruption: TLSInterruption?) -> TLSObservation {
        var seen = observation
        let wasAsked = recorder.wasAskedForCertificate
        if let interruption {
            seen.ending = interruption.ending(
                wasAsked: wasAsked, hasIdentity: plan.identity != nil)
            if case .notTLS = interruption {
                seen = TLSObservation(instant: plan.instant)
                seen.ending = interruption.ending(wasAsked: false, hasIdentity: false)
                seen.firstBytes = ForeignText.clean(firstBytes, limit: 64)
            }
        } else {
            seen.ending = standing(wasAsked)
        }
        return seen
    }

    /// How a session that stands has ended: a server says data of its own accord before it has read
    /// the certificate, so that only what follows shows what it makes of it.
    private func standing(_ wasAsked: Bool) -> TLSEnding {
        let isShown = unasked == nil || hasGoneOn
        guard wasAsked, plan.identity != nil else {
            return wasAsked && !isShown ? .interrupted(TLSEnding.spokeTooEarly) : .established
        }
        return .accepted(isShown ? .confirmed : .unopposed)
    }
}
