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

    private let pointer: OpaquePointer
    private let input: OpaquePointer
    private let output: OpaquePointer
    /// Kept, because the session refers to it.
    private let context: OpenSSLContext
    let recorder = OpenSSLRecorder()
    private let plan: TLSPlan

    /// What weak keys and signatures are refused in certificates: 2 is 112 bits, RSA from 2048 and
    /// no SHA-1.
    ///
    /// The session itself is let down to level 0, which would otherwise hold for certificates too.
    private static let certificateLevel: Int32 = 2

    /// More certificates than fit into the 100 kB beyond which OpenSSL itself refuses a chain.
    private static let certificateLimit = 1000

    /// More authorities than anybody reads.
    private static let authorityLimit = 200

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
        try expect()
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
        guard !plan.alpn.isEmpty else { return }
        let names = plan.alpn.flatMap {
            [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8)
        }
        // This function, unlike the others, returns 0 for success.
        guard plan.alpn.allSatisfy({ (1...255).contains($0.utf8.count) }),
            SSL_set_alpn_protos(pointer, names, UInt32(names.count)) == 0
        else {
            throw TLSSetupFailure(
                .tlsUnusable, ["detail": "the name of an application protocol is too long"])
        }
    }

    /// Sets the name that is sent, and what the certificates are verified for.
    private func expect() throws(TLSSetupFailure) {
        let parameters = SSL_get0_param(pointer)
        let isSet: Bool
        if let name = plan.sentName {
            isSet =
                clibssl_set_server_name(pointer, name) == 1
                && X509_VERIFY_PARAM_set1_host(parameters, name, name.utf8.count) == 1
            X509_VERIFY_PARAM_set_hostflags(parameters, Self.nameRules)
        } else {
            isSet = X509_VERIFY_PARAM_set1_ip_asc(parameters, plan.serverName) == 1
        }
        guard isSet else { throw TLSSetupFailure(.serverNameUnusable, ["name": plan.serverName]) }
        X509_VERIFY_PARAM_set_auth_level(parameters, Self.certificateLevel)
        X509_VERIFY_PARAM_set_time(parameters, time_t(plan.instant.milliseconds / 1000))
        // A certificate that somebody names is trusted as it is, also one that is not self-signed.
        if plan.authorities != nil {
            X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        }
    }

    /// As browsers do it: names count only in the subject alternative names, wildcards only as a
    /// whole label.
    private static let nameRules =
        UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)

    /// Goes on with the handshake.
    func handshake() -> Step {
        OpenSSLErrors.clear()
        return step(after: SSL_do_handshake(pointer))
    }

    /// Goes on until the peer has sent something; that stays to be received.
    func peek() -> Step {
        OpenSSLErrors.clear()
        var byte: UInt8 = 0
        return step(after: SSL_peek(pointer, &byte, 1))
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

    /// The version that was agreed on.
    var version: TLSVersion? { TLSVersion(wire: Int(SSL_version(pointer))) }

    /// Notes everything that the session has come to know.
    func describe(in observation: inout TLSObservation) {
        let stack = SSL_get_peer_cert_chain(pointer)
        observation.certificates = OpenSSLCertificate.all(stack, limit: Self.certificateLimit)
        observation.requestedCertificate = recorder.wasAskedForCertificate
        observation.acceptedAuthorities = OpenSSLCertificate.names(
            SSL_get0_peer_CA_list(pointer), limit: Self.authorityLimit)
        observation.verification = verification
        if plan.identity != nil {
            observation.ownCertificate = SSL_get_certificate(pointer).map(OpenSSLCertificate.read)
        }
        if let cipher = SSL_get_current_cipher(pointer) { observation.session = session(cipher) }
    }

    private func session(_ cipher: OpaquePointer) -> TLSObservation.Session {
        var protocolName: UnsafePointer<UInt8>?
        var length: UInt32 = 0
        SSL_get0_alpn_selected(pointer, &protocolName, &length)
        let alpn = UnsafeBufferPointer(start: protocolName, count: Int(length))
        return TLSObservation.Session(
            versionText: version?.description ?? String(cString: SSL_get_version(pointer)),
            version: version, cipher: String(cString: SSL_CIPHER_standard_name(cipher)),
            group: group, signature: signature, alpn: ForeignText.clean(alpn),
            // TLS 1.3 has no renegotiation at all.
            secureRenegotiation: version == .tls13 || clibssl_secure_renegotiation(pointer) == 1)
    }

    private var group: String {
        let identifier = clibssl_negotiated_group(pointer)
        guard identifier != 0, let name = SSL_group_to_name(pointer, identifier) else { return "" }
        return String(cString: name)
    }

    private var signature: String {
        var (hash, type): (Int32, Int32) = (0, 0)
        guard clibssl_peer_signature(pointer, &hash, &type) == 1 else { return "" }
        let kind: String
        switch type {
        case EVP_PKEY_RSA: kind = "RSA"
        case EVP_PKEY_RSA_PSS: kind = "RSA-PSS"
        case EVP_PKEY_EC: kind = "ECDSA"
        default: kind = OpenSSLCertificate.longName(type)
        }
        // Ed25519 and Ed448 have their hash built in.
        return hash == NID_undef ? kind : "\(kind) \(OpenSSLCertificate.longName(hash))"
    }

    private var verification: TLSVerification? {
        guard let certificate = SSL_get0_peer_certificate(pointer) else { return nil }
        let chain = SSL_get0_verified_chain(pointer)
        let path = OpenSSLCertificate.items(chain).prefix(Self.certificateLimit)
        let result = SSL_get_verify_result(pointer)
        return TLSVerification(
            problems: recorder.problems, hasRun: recorder.hasVerified,
            result: Int(result),
            resultText: OpenSSLRecorder.text(Int32(truncatingIfNeeded: result)),
            nameMatches: matches(certificate),
            path: path.map { OpenSSLCertificate.name(X509_get_subject_name($0)) },
            issuers: path.map { OpenSSLCertificate.name(X509_get_issuer_name($0)) },
            hasNoAuthorities: context.hasNoAuthorities)
    }

    private func matches(_ certificate: OpaquePointer) -> Bool {
        guard let name = plan.sentName else {
            return X509_check_ip_asc(certificate, plan.serverName, 0) == 1
        }
        return X509_check_host(certificate, name, name.utf8.count, Self.nameRules, nil) == 1
    }
}
