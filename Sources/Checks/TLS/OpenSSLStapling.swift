import CLibSSL
import Rollout

/// Reads and verifies what a server staples to its certificate.
enum OpenSSLStapling {
    /// What is stapled in a session.
    ///
    /// - Parameters:
    ///   - session: One whose certificates were verified.
    ///   - isTrusted: The chain leads to an authority that is trusted, so that its issuer counts.
    ///   - instant: The moment for which the answer is verified.
    /// - Returns: What it is; only an answer that the issuer vouches for is one.
    static func read(
        _ session: OpaquePointer, isTrusted: Bool, at instant: Instant
    ) -> TLSStapling {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        var place: UnsafePointer<UInt8>?
        let count = clibssl_status(session, &place)
        guard count > 0, let place else { return .absent }
        let bytes = Array(UnsafeBufferPointer(start: place, count: count))
        guard
            let response = OpenSSLDER.whole(
                bytes, { d2i_OCSP_RESPONSE(nil, &$0, $1) }, free: OCSP_RESPONSE_free)
        else { return .unusable("something stapled that is no answer") }
        defer { OCSP_RESPONSE_free(response) }
        let status = OCSP_response_status(response)
        guard status == OCSP_RESPONSE_STATUS_SUCCESSFUL else {
            let text = OCSP_response_status_str(Int(status)).map { String(cString: $0) } ?? "?"
            return .unusable("an answer that says nothing (\(text))")
        }
        guard let basic = OCSP_response_get1_basic(response) else {
            return .unusable("an answer of a kind that is not known")
        }
        defer { OCSP_BASICRESP_free(basic) }
        let path = OpenSSLCertificate.items(SSL_get0_verified_chain(session))
        guard isTrusted, path.count > 1 else {
            return .unverified("an answer that cannot be verified: no issuer is trusted")
        }
        guard isSigned(basic, by: path[1], at: instant) else {
            return .unusable("an answer that the issuer of the certificate does not vouch for")
        }
        return answer(in: basic, about: path[0], of: path[1])
            ?? .unusable("an answer about another certificate")
    }

    /// The issuer signed it, or somebody with a certificate of the issuer for that: nobody else may
    /// (RFC 6960 section 4.2.2.2), however much he is trusted otherwise.
    private static func isSigned(
        _ basic: OpaquePointer, by issuer: OpaquePointer, at instant: Instant
    ) -> Bool {
        guard let store = X509_STORE_new(), let stack = OPENSSL_sk_new_null() else { return false }
        defer {
            X509_STORE_free(store)
            OPENSSL_sk_free(stack)
        }
        guard X509_STORE_add_cert(store, issuer) == 1,
            OPENSSL_sk_push(stack, UnsafeRawPointer(issuer)) > 0
        else { return false }
        let parameters = X509_STORE_get0_param(store)
        X509_VERIFY_PARAM_set_time(parameters, time_t(instant.milliseconds / 1000))
        X509_VERIFY_PARAM_set_auth_level(parameters, OpenSSLSession.certificateLevel)
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        return OCSP_basic_verify(basic, stack, store, UInt(OCSP_NOEXPLICIT)) == 1
    }

    /// What it says of a certificate; nil where it says nothing of it.
    private static func answer(
        in basic: OpaquePointer, about certificate: OpaquePointer, of issuer: OpaquePointer
    ) -> TLSStapling? {
        for place in 0..<max(0, OCSP_resp_count(basic)) {
            guard let single = OCSP_resp_get0(basic, place),
                let identifier = OCSP_SINGLERESP_get0_id(single),
                clibssl_is_status_of(identifier, certificate, issuer) == 1
            else { continue }
            var (reason, revoked): (Int32, UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?) = (-1, nil)
            var begin: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            var end: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
            let code = OCSP_single_get0_status(single, &reason, &revoked, &begin, &end)
            let status = [
                V_OCSP_CERTSTATUS_GOOD: TLSStapling.Status.good,
                V_OCSP_CERTSTATUS_REVOKED: .revoked, V_OCSP_CERTSTATUS_UNKNOWN: .unknown,
            ][code]
            let until = end.map { OpenSSLCertificate.instant($0) }
            guard let status, let begin = begin.flatMap({ OpenSSLCertificate.instant($0) }),
                until != .some(nil)
            else { return .unusable("an answer with dates that cannot be read") }
            return .answer(
                TLSStapling.Answer(
                    status: status, begin: begin, end: until ?? nil,
                    reason: status == .revoked ? words(reason, revoked) : ""))
        }
        return nil
    }

    private static func words(
        _ reason: Int32, _ revoked: UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?
    ) -> String {
        let since =
            revoked.flatMap { OpenSSLCertificate.instant($0) }.map { " on \($0.rfc3339)" } ?? ""
        guard reason >= 0, let text = OCSP_crl_reason_str(Int(reason)) else { return since }
        return "\(since) (\(String(cString: text)))"
    }
}
