import CLibSSL
import Rollout

/// Gives sessions a client certificate with its key.
enum OpenSSLIdentity {
    /// Has a session send the certificate where it is asked for one.
    static func use(
        _ identity: ClientIdentity, in session: OpaquePointer
    ) throws(TLSSetupFailure) {
        _ = try CredentialFile.read(identity.certificate, .clientCertificate)
        let key = try CredentialFile.read(identity.key, .clientKey)
        OpenSSLErrors.clear()
        guard SSL_use_certificate_chain_file(session, identity.certificate) == 1 else {
            throw CredentialFile.unusable(
                identity.certificate, .clientCertificate, OpenSSLErrors.takeText())
        }
        guard SSL_use_PrivateKey_file(session, identity.key, SSL_FILETYPE_PEM) == 1 else {
            throw failure(identity, key)
        }
        // A key of another type than the certificate's is loaded beside it and found out only here.
        guard SSL_check_private_key(session) == 1 else {
            OpenSSLErrors.clear()
            throw mismatch(identity)
        }
    }

    private static func failure(_ identity: ClientIdentity, _ key: [UInt8]) -> TLSSetupFailure {
        let first = OpenSSLErrors.take()
        if case .other(ERR_LIB_X509, let reason, _) = first,
            reason == X509_R_KEY_VALUES_MISMATCH || reason == X509_R_KEY_TYPE_MISMATCH
        {
            return mismatch(identity)
        }
        if String(decoding: key, as: UTF8.self).contains("ENCRYPTED") {
            return TLSSetupFailure(.keyEncrypted, ["path": identity.key])
        }
        return CredentialFile.unusable(identity.key, .clientKey, "there is none in it")
    }

    private static func mismatch(_ identity: ClientIdentity) -> TLSSetupFailure {
        TLSSetupFailure(
            .keyMismatch, ["path": identity.key, "certificate": identity.certificate])
    }
}
