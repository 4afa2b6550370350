import CLibSSL

/// The settings of one session: versions, authorities and our own certificate.
final class OpenSSLContext {
    let pointer: OpaquePointer
    let recorder = OpenSSLRecorder()
    /// The authorities are the system's.
    let usesSystemAuthorities: Bool

    /// Settings for a plan; throws where a file of ours is not usable.
    init(_ plan: TLSPlan) throws(TLSTrouble) {
        OpenSSLErrors.clear()
        guard let pointer = SSL_CTX_new(TLS_client_method()) else {
            throw TLSTrouble("OpenSSL cannot be used: \(OpenSSLErrors.takeText()).")
        }
        self.pointer = pointer
        usesSystemAuthorities = plan.authorities == nil
        try offer(plan)
        if let path = plan.authorities {
            try OpenSSLTrust.use(file: path, in: pointer)
        } else {
            try OpenSSLTrust.useSystem(in: pointer)
        }
        if let identity = plan.identity { try use(identity) }
        recorder.attach(to: pointer)
    }

    deinit { SSL_CTX_free(pointer) }

    /// Offers everything that OpenSSL can still speak.
    ///
    /// A server that is out of date is then seen with its version and its certificates instead of
    /// as a failed handshake;
    /// whether that is good enough is judged afterwards.
    private func offer(_ plan: TLSPlan) throws(TLSTrouble) {
        SSL_CTX_set_security_level(pointer, 0)
        clibssl_allow_old_servers(pointer)
        let newest = plan.maximumVersion ?? .tls13
        guard SSL_CTX_set_cipher_list(pointer, "DEFAULT:@SECLEVEL=0") == 1,
            clibssl_set_min_version(pointer, Int32(TLSVersion.tls10.wire)) == 1,
            clibssl_set_max_version(pointer, Int32(newest.wire)) == 1
        else { throw TLSTrouble("OpenSSL cannot offer \(newest): \(OpenSSLErrors.takeText()).") }
        guard !plan.alpn.isEmpty else { return }
        let names = plan.alpn.flatMap {
            [UInt8(truncatingIfNeeded: $0.utf8.count)] + Array($0.utf8)
        }
        // This function, unlike the others, returns 0 for success.
        guard plan.alpn.allSatisfy({ (1...255).contains($0.utf8.count) }),
            SSL_CTX_set_alpn_protos(pointer, names, UInt32(names.count)) == 0
        else {
            throw TLSTrouble("The application protocols cannot be offered: a name is too long.")
        }
    }

    private func use(_ identity: TLSPlan.Identity) throws(TLSTrouble) {
        _ = try CredentialFile.read(identity.certificate, what: "The client certificate")
        let key = try CredentialFile.read(identity.key, what: "The client key")
        // OpenSSL would ask for a passphrase on the terminal.
        SSL_CTX_set_default_passwd_cb(pointer) { _, _, _, _ in -1 }
        OpenSSLErrors.clear()
        guard SSL_CTX_use_certificate_chain_file(pointer, identity.certificate) == 1 else {
            throw TLSTrouble(
                "The client certificate \(identity.certificate) is no certificate in PEM form"
                    + " (\(OpenSSLErrors.takeText())).")
        }
        guard SSL_CTX_use_PrivateKey_file(pointer, identity.key, SSL_FILETYPE_PEM) == 1 else {
            throw keyTrouble(identity, key)
        }
        // A key of another type than the certificate's is loaded beside it and found out only here.
        guard SSL_CTX_check_private_key(pointer) == 1 else {
            OpenSSLErrors.clear()
            throw Self.mismatch(identity)
        }
    }

    private func keyTrouble(_ identity: TLSPlan.Identity, _ key: [UInt8]) -> TLSTrouble {
        let first = OpenSSLErrors.take()
        if case .other(ERR_LIB_X509, let reason, _) = first,
            reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH
        {
            return Self.mismatch(identity)
        }
        if String(decoding: key, as: UTF8.self).contains("ENCRYPTED") {
            return TLSTrouble(
                "The client key \(identity.key) is encrypted: give one without a passphrase.")
        }
        return TLSTrouble("The client key \(identity.key) is no private key in PEM form.")
    }

    private static func mismatch(_ identity: TLSPlan.Identity) -> TLSTrouble {
        TLSTrouble(
            "The client key \(identity.key) does not belong to the client certificate"
                + " \(identity.certificate).")
    }

    /// The client certificate of the plan.
    var ownCertificate: TLSCertificate? {
        SSL_CTX_get0_certificate(pointer).map(OpenSSLCertificate.read)
    }
}
