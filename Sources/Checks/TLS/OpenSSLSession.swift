import CLibSSL
import Rollout

/// One TLS session over memory: what is to be sent is taken out, what was received is put in.
///
/// OpenSSL never sees the socket, so that no write of its can raise SIGPIPE and nothing in it
/// blocks.
final class OpenSSLSession {
    /// What came of going on.
    enum Step: Hashable {
        case done
        case wantsInput
        /// The peer said that it sends no more.
        case ended
        /// Nil where OpenSSL gives no error.
        case failed(OpenSSLErrors.First?)
    }

    let pointer: OpaquePointer
    private let input: OpaquePointer
    private let output: OpaquePointer
    /// Kept, because the session refers to it.
    let context: OpenSSLContext
    let recorder = OpenSSLRecorder()
    let plan: TLSPlan

    /// What weak keys and signatures are refused in certificates: 2 is 112 bits, RSA from 2048 and
    /// no SHA-1.
    ///
    /// The session itself is let down to level 0, which would otherwise hold for certificates too.
    static let certificateLevel: Int32 = 2

    /// A session that has not begun; throws where something of ours is not usable.
    init(_ context: OpenSSLContext, _ plan: TLSPlan) throws(TLSSetupFailure) {
        let pointer = try context.session()
        guard let input = BIO_new(BIO_s_mem()) else {
            SSL_free(pointer)
            throw TLSSetupFailure(.tlsUnusable, ["detail": "no memory is left"])
        }
        guard let output = BIO_new(BIO_s_mem()) else {
            BIO_free(input)
            SSL_free(pointer)
            throw TLSSetupFailure(.tlsUnusable, ["detail": "no memory is left"])
        }
        // The session owns both from here on.
        SSL_set_bio(pointer, input, output)
        (self.pointer, self.input, self.output) = (pointer, input, output)
        (self.context, self.plan) = (context, plan)
        SSL_set_connect_state(pointer)
        recorder.attach(to: pointer)
        try offer()
        try Self.prepare(pointer, plan)
    }

    /// Offers one cipher suite; throws where OpenSSL here does not have it.
    private func offer(only cipher: String) throws(TLSSetupFailure) {
        // IANA's names of the suites of TLS 1.3 have no key exchange in them; these suites are a list
        // of their own, which other versions do not use.
        let isNew = cipher.hasPrefix("TLS_") && !cipher.contains("_WITH_")
        let name = OPENSSL_cipher_name(cipher).map { String(cString: $0) } ?? "(NONE)"
        let isSet: Bool
        if isNew {
            isSet =
                name != "(NONE)" && SSL_set_ciphersuites(pointer, cipher) == 1
                && clibssl_session_set_min_version(pointer, Int32(TLSVersion.tls13.wire)) == 1
        } else {
            let known = name == "(NONE)" ? cipher : name
            isSet =
                SSL_set_cipher_list(pointer, "\(known):@SECLEVEL=0") == 1 && offers(only: known)
                && clibssl_session_set_groups(pointer, OpenSSLCurves.here.list) == 1
                && clibssl_session_set_max_version(pointer, Int32(TLSVersion.tls12.wire)) == 1
        }
        guard isSet else {
            OpenSSLErrors.clear()
            throw TLSSetupFailure(
                .tlsUnusable, ["detail": "OpenSSL here has no cipher suite \(cipher)"])
        }
    }

    /// Whether a suite is the one that is offered below TLS 1.3: OpenSSL also takes words that stand
    /// for many suites, such as `HIGH`, and a server that refuses those may take others.
    private func offers(only cipher: String) -> Bool {
        var names: [String] = []
        while let name = SSL_get_cipher_list(pointer, Int32(names.count)) {
            names.append(String(cString: name))
        }
        return names.filter { !$0.hasPrefix("TLS_") } == [cipher]
    }

    /// Has a session verify and send what a plan says; it has not begun.
    static func prepare(_ pointer: OpaquePointer, _ plan: TLSPlan) throws(TLSSetupFailure) {
        try expect(pointer, plan)
        if plan.asksForStatus { _ = clibssl_ask_for_status(pointer) }
        if let identity = plan.identity { try OpenSSLIdentity.use(identity, in: pointer) }
    }

    deinit { SSL_free(pointer) }

    /// Sets the newest version and the application protocols that are offered.
    private func offer() throws(TLSSetupFailure) {
        let newest = plan.maximumVersion ?? .tls13
        OpenSSLErrors.clear()
        guard clibssl_session_set_max_version(pointer, Int32(newest.wire)) == 1 else {
            throw TLSSetupFailure(.tlsUnusable, ["detail": OpenSSLErrors.takeText()])
        }
        if let oldest = plan.minimumVersion {
            guard clibssl_session_set_min_version(pointer, Int32(oldest.wire)) == 1 else {
                throw TLSSetupFailure(.tlsUnusable, ["detail": OpenSSLErrors.takeText()])
            }
        }
        if let cipher = plan.cipher { try offer(only: cipher) }
        guard !plan.alpn.isEmpty else { return }
        let names = plan.alpn.flatMap {
            [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8)
        }
        // This function, unlike the others, returns 0 for success.
        guard SSL_set_alpn_protos(pointer, names, UInt32(names.count)) == 0 else {
            throw TLSSetupFailure(
                .tlsUnusable, ["detail": "the application protocols cannot be offered"])
        }
    }

    /// Sets the name that is sent, and what the certificates are verified for.
    private static func expect(
        _ pointer: OpaquePointer, _ plan: TLSPlan
    ) throws(TLSSetupFailure) {
        let parameters = SSL_get0_param(pointer)
        let isSet: Bool
        if let name = plan.sentName {
            isSet =
                clibssl_set_server_name(pointer, name) == 1
                && X509_VERIFY_PARAM_set1_host(parameters, name, name.utf8.count) == 1
            X509_VERIFY_PARAM_set_hostflags(parameters, nameRules)
        } else {
            isSet = X509_VERIFY_PARAM_set1_ip_asc(parameters, plan.serverName) == 1
        }
        guard isSet else { throw TLSSetupFailure(.serverNameUnusable, ["name": plan.serverName]) }
        X509_VERIFY_PARAM_set_auth_level(parameters, certificateLevel)
        X509_VERIFY_PARAM_set_time(parameters, time_t(plan.instant.milliseconds / 1000))
        // A certificate that somebody names is trusted as it is, also one that is not self-signed.
        if plan.authorities != nil {
            X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        }
    }

    /// As browsers do it: names count only in the subject alternative names, wildcards only as a
    /// whole label.
    static let nameRules =
        UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)

    /// Goes on with the handshake.
    func handshake() -> Step {
        OpenSSLErrors.clear()
        return step(after: SSL_do_handshake(pointer))
    }

    /// What the peer sent next; bytes come with `done` alone.
    func receive() -> (step: Step, bytes: [UInt8]) {
        OpenSSLErrors.clear()
        // A record holds at most 16 KiB (RFC 8446 section 5.1).
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = SSL_read(pointer, &bytes, Int32(bytes.count))
        return (step(after: count), Array(bytes.prefix(Int(max(0, count)))))
    }

    /// Encrypts bytes, to be taken out and sent.
    func write(_ bytes: [UInt8]) -> Step {
        guard !bytes.isEmpty else { return .done }
        OpenSSLErrors.clear()
        return step(after: SSL_write(pointer, bytes, Int32(bytes.count)))
    }

    /// Says that nothing more will be sent.
    func end() {
        OpenSSLErrors.clear()
        SSL_shutdown(pointer)
        OpenSSLErrors.clear()
    }

    private func step(after result: Int32) -> Step {
        if result > 0 { return .done }
        switch SSL_get_error(pointer, result) {
        case SSL_ERROR_WANT_READ: return .wantsInput
        case SSL_ERROR_ZERO_RETURN: return .ended
        default: return .failed(OpenSSLErrors.take())
        }
    }

    /// Puts in what was received.
    func put(_ bytes: [UInt8]) { BIO_write(input, bytes, Int32(bytes.count)) }

    /// Takes out what is to be sent.
    func take() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: BIO_ctrl_pending(output))
        guard !bytes.isEmpty else { return [] }
        let count = BIO_read(output, &bytes, Int32(bytes.count))
        return Array(bytes.prefix(Int(max(0, count))))
    }

    /// What it has come to know.
    var view: OpenSSLView {
        OpenSSLView(pointer: pointer, recorder: recorder, plan: plan, context: context)
    }
}
