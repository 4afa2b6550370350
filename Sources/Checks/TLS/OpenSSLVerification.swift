import CLibSSL
import Rollout

/// Verifies certificates that did not come over a session.
enum OpenSSLVerification {
    /// What OpenSSL says of the first certificate, with the others to lead to an authority.
    ///
    /// - Parameters:
    ///   - certificates: The one that is verified first.
    ///   - context: Has the authorities.
    ///   - isNamed: Somebody named the authorities, so that one that is not self-signed counts too.
    ///   - usage: What the certificate is to be used for; nil for anything.
    ///   - instant: The moment that it is verified for.
    /// - Returns: Nil where nothing could be verified, which is never good enough.
    static func verify(
        _ certificates: OpenSSLCertificates, _ context: OpenSSLContext, isNamed: Bool,
        for usage: CertificateUsage?, at instant: Instant
    ) -> TLSVerification? {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        guard let first = certificates.items.first, let stack = OPENSSL_sk_new_null() else {
            return nil
        }
        defer { OPENSSL_sk_free(stack) }
        for item in certificates.items.dropFirst() {
            OPENSSL_sk_push(stack, UnsafeRawPointer(item))
        }
        guard let verification = X509_STORE_CTX_new() else { return nil }
        defer { X509_STORE_CTX_free(verification) }
        guard X509_STORE_CTX_init(verification, context.authorities, first, stack) == 1,
            let parameters = X509_STORE_CTX_get0_param(verification)
        else { return nil }
        X509_VERIFY_PARAM_set_auth_level(parameters, OpenSSLSession.certificateLevel)
        X509_VERIFY_PARAM_set_time(parameters, time_t(instant.milliseconds / 1000))
        if isNamed { X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_PARTIAL_CHAIN)) }
        if let usage {
            X509_VERIFY_PARAM_set_purpose(parameters, OpenSSLTraits.purpose(of: usage))
        }
        let recorder = OpenSSLRecorder()
        recorder.listen(toVerification: verification)
        X509_verify_cert(verification)
        let result = X509_STORE_CTX_get_error(verification)
        let path = context.certificates.all(X509_STORE_CTX_get0_chain(verification), limit: 1000)
        return TLSVerification(
            problems: recorder.problems, hasRun: recorder.hasVerified, result: Int(result),
            resultText: OpenSSLRecorder.text(result), nameMatches: true, path: path.map(\.subject),
            issuers: path.map(\.issuer), pathEnd: path.compactMap(\.notAfter).min(),
            hasNoAuthorities: context.hasNoAuthorities)
    }
}
