import CLibSSL

/// Notes what OpenSSL calls back about while a session is made.
final class OpenSSLRecorder {
    /// Every certificate problem; the session goes on all the same, so that the rest is seen too.
    var problems: [TLSVerification.Problem] = []
    /// The verification was carried out.
    var hasVerified = false
    /// The server asked for a client certificate.
    var wasAskedForCertificate = false
    /// A session ticket came, which a TLS 1.3 server sends only after it has accepted the client's
    /// last message.
    var hasTicket = false

    /// More problems than any chain has that somebody wants to read about.
    private static let limit = 100

    /// Has OpenSSL call back for everything.
    ///
    /// The recorder must outlive the context and the session; whoever owns them keeps it.
    func attach(to context: OpaquePointer) {
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { isGood, verification in
            OpenSSLRecorder.of(verification)?.note(isGood: isGood == 1, verification)
            return 1
        }
        SSL_CTX_set_cert_cb(
            context,
            { _, recorder in
                OpenSSLRecorder.at(recorder)?.wasAskedForCertificate = true
                return 1
            }, Unmanaged.passUnretained(self).toOpaque())
        clibssl_on_ticket(context) { session, _ in
            OpenSSLRecorder.at(session.flatMap { SSL_get_ex_data($0, 0) })?.hasTicket = true
            return 0
        }
    }

    /// Lets the session find the recorder.
    func attach(toSession session: OpaquePointer) {
        SSL_set_ex_data(session, 0, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> OpenSSLRecorder? {
        pointer.map { Unmanaged<OpenSSLRecorder>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func of(_ verification: OpaquePointer?) -> OpenSSLRecorder? {
        let index = SSL_get_ex_data_X509_STORE_CTX_idx()
        guard let verification, let session = X509_STORE_CTX_get_ex_data(verification, index) else {
            return nil
        }
        return at(SSL_get_ex_data(OpaquePointer(session), 0))
    }

    private func note(isGood: Bool, _ verification: OpaquePointer?) {
        hasVerified = true
        guard !isGood, problems.count < Self.limit else { return }
        let code = X509_STORE_CTX_get_error(verification)
        problems.append(
            TLSVerification.Problem(
                code: Int(code), depth: Int(X509_STORE_CTX_get_error_depth(verification)),
                text: Self.text(code)))
    }

    /// A verification code in OpenSSL's words.
    static func text(_ code: Int32) -> String {
        String(cString: X509_verify_cert_error_string(Int(code)))
    }
}
