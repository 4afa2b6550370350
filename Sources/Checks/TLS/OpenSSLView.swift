import CLibSSL
import Rollout

/// What a session of OpenSSL has come to know, whoever drives it.
struct OpenSSLView {
    let pointer: OpaquePointer
    let recorder: OpenSSLRecorder
    let plan: TLSPlan
    let context: OpenSSLContext

    /// More certificates than fit into the 100 kB beyond which OpenSSL itself refuses a chain.
    private static let certificateLimit = 1000

    /// More authorities than anybody reads.
    private static let authorityLimit = 200

    /// Notes everything that the session has come to know.
    func describe(in observation: inout TLSObservation) {
        let stack = SSL_get_peer_cert_chain(pointer)
        observation.certificates = context.certificates.all(stack, limit: Self.certificateLimit)
        observation.requestedCertificate = recorder.wasAskedForCertificate
        observation.acceptedAuthorities = OpenSSLCertificate.names(
            SSL_get0_peer_CA_list(pointer), limit: Self.authorityLimit)
        observation.verification = verification
        if plan.asksForStatus, let verification = observation.verification {
            observation.stapling = OpenSSLStapling.read(
                pointer, isTrusted: verification.problems(of: .trust).isEmpty, at: plan.instant)
        }
        if plan.identity != nil {
            observation.ownCertificate = SSL_get_certificate(pointer).map(
                context.certificates.read)
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
            group: group, keyExchange: keyExchange, signature: signature,
            alpn: ForeignText.clean(alpn),
            // TLS 1.3 has no renegotiation at all.
            secureRenegotiation: version == .tls13 || clibssl_secure_renegotiation(pointer) == 1,
            cipherBits: Int(SSL_CIPHER_get_bits(cipher, nil)))
    }

    /// The version that was agreed on.
    var version: TLSVersion? { TLSVersion(wire: Int(SSL_version(pointer))) }

    private var group: String {
        let identifier = clibssl_negotiated_group(pointer)
        guard identifier != 0, let name = SSL_group_to_name(pointer, identifier) else { return "" }
        return String(cString: name)
    }

    /// The key that the server made for this session alone; nil where it made none.
    private var keyExchange: TLSObservation.KeyExchange? {
        var key: OpaquePointer?
        guard clibssl_peer_temporary_key(pointer, &key) == 1, let key else { return nil }
        defer { EVP_PKEY_free(key) }
        let name = OBJ_nid2sn(EVP_PKEY_get_base_id(key)).map { String(cString: $0) }
        return TLSObservation.KeyExchange(
            type: name == "dhKeyAgreement" ? "DH" : name ?? "unknown",
            bits: Int(EVP_PKEY_get_bits(key)), strength: Int(EVP_PKEY_get_security_bits(key)))
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
        let path = context.certificates.all(chain, limit: Self.certificateLimit)
        let result = SSL_get_verify_result(pointer)
        return TLSVerification(
            problems: recorder.problems, hasRun: recorder.hasVerified,
            result: Int(result),
            resultText: OpenSSLRecorder.text(Int32(truncatingIfNeeded: result)),
            nameMatches: OpenSSLCertificate.matches(certificate, plan.serverName),
            path: path.map(\.subject),
            issuers: path.map(\.issuer), pathEnd: path.compactMap(\.notAfter).min(),
            hasNoAuthorities: context.hasNoAuthorities)
    }
}
