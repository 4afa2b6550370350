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

    /// Called when the server asks for a client certificate.
    var onCertificateRequest: () -> Void = {}

    /// The place of the recorder in a session: of our own, because another library that drives a
    /// session takes the one that OpenSSL has for everybody.
    private static let place = clibssl_new_session_place()

    /// The place of the recorder in a verification that belongs to no session.
    private static let verificationPlace = clibssl_new_verification_place()

    /// More problems than any chain has that somebody wants to read about.
    private static let limit = 100

    /// Has a context call back to the recorders of its sessions.
    static func listen(to context: OpaquePointer) {
        listenToVerification(of: context)
        clibssl_on_ticket(context) { session, _ in
            OpenSSLRecorder.of(session: session)?.hasTicket = true
            return 0
        }
    }

    /// The same, but for tickets.
    static func listenToVerification(of context: OpaquePointer) {
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { isGood, verification in
            OpenSSLRecorder.of(verification)?.note(isGood: isGood == 1, verification)
            return 1
        }
        let asked: @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> Int32 = {
            session, _ in
            let recorder = OpenSSLRecorder.of(session: session)
            recorder?.wasAskedForCertificate = true
            recorder?.onCertificateRequest()
            return 1
        }
        SSL_CTX_set_cert_cb(context, asked, nil)
    }

    /// Listens to a verification that belongs to no session, and must outlive it.
    func listen(toVerification verification: OpaquePointer) {
        X509_STORE_CTX_set_ex_data(
            verification, Self.verificationPlace, Unmanaged.passUnretained(self).toOpaque())
        X509_STORE_CTX_set_verify_cb(verification) { isGood, verification in
            let place = OpenSSLRecorder.verificationPlace
            OpenSSLRecorder.at(verification.flatMap { X509_STORE_CTX_get_ex_data($0, place) })?
                .note(isGood: isGood == 1, verification)
            return 1
        }
    }

    /// Lets the session find the recorder, which must outlive it; whoever owns both sees to that.
    func attach(to session: OpaquePointer) {
        SSL_set_ex_data(session, Self.place, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(session: OpaquePointer?) -> OpenSSLRecorder? {
        at(session.flatMap { SSL_get_ex_data($0, place) })
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> OpenSSLRecorder? {
        pointer.map { Unmanaged<OpenSSLRecorder>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func of(_ verification: OpaquePointer?) -> OpenSSLRecorder? {
        let index = SSL_get_ex_data_X509_STORE_CTX_idx()
        guard let verification, let session = X509_STORE_CTX_get_ex_data(verification, index) else {
            return nil
        }
        return of(session: OpaquePointer(session))
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
