import CLibSSL
import Rollout

/// The settings that all sessions with the same authorities share.
///
/// OpenSSL counts the references to a context and locks what sessions share of it, and nothing in
/// it is changed once it is made.
final class OpenSSLContext: Sendable {
    /// The address of the context; a pointer is not Sendable.
    private let address: UInt
    /// There is no authority to verify against.
    let hasNoAuthorities: Bool
    let certificates = CertificateCache()

    /// Done once for the process, by whoever comes first: reading keys at once.
    private static let readsKeysAtOnce: Void = clibssl_read_keys_at_once()

    /// Settings that verify against the authorities of a PEM file, or of the system where none is
    /// named.
    init(authorities path: String?) throws(TLSSetupFailure) {
        Self.readsKeysAtOnce
        OpenSSLErrors.clear()
        guard let pointer = SSL_CTX_new(TLS_client_method()) else {
            throw TLSSetupFailure(.tlsUnusable, ["detail": OpenSSLErrors.takeText()])
        }
        do throws(TLSSetupFailure) {
            try Self.offerEverything(pointer)
            let authorities = try OpenSSLAuthorities(path)
            SSL_CTX_set1_cert_store(pointer, authorities.store)
            hasNoAuthorities = authorities.isEmpty
        } catch {
            SSL_CTX_free(pointer)
            throw error
        }
        Self.askNobody(pointer)
        OpenSSLRecorder.listen(to: pointer)
        address = UInt(bitPattern: pointer)
    }

    deinit { SSL_CTX_free(OpaquePointer(bitPattern: address)) }

    /// Has another context verify against the same authorities.
    func share(authoritiesWith other: OpaquePointer) {
        SSL_CTX_set1_cert_store(other, authorities)
    }

    /// The authorities, for as long as this lives.
    var authorities: OpaquePointer? {
        SSL_CTX_get_cert_store(OpaquePointer(bitPattern: address))
    }

    /// A session that has not begun; the caller frees it.
    func session() throws(TLSSetupFailure) -> OpaquePointer {
        guard let session = SSL_new(OpaquePointer(bitPattern: address)) else {
            throw TLSSetupFailure(.tlsUnusable, ["detail": OpenSSLErrors.takeText()])
        }
        return session
    }

    /// OpenSSL would ask for the passphrase of a key on the terminal.
    static func askNobody(_ pointer: OpaquePointer) {
        SSL_CTX_set_default_passwd_cb(pointer) { _, _, _, _ in -1 }
    }

    /// Offers everything that OpenSSL can still speak.
    ///
    /// A server that is out of date is then seen with its version and its certificates instead of
    /// as a failed handshake; whether that is good enough is judged afterwards.
    static func offerEverything(_ pointer: OpaquePointer) throws(TLSSetupFailure) {
        SSL_CTX_set_security_level(pointer, 0)
        clibssl_allow_old_servers(pointer)
        guard SSL_CTX_set_cipher_list(pointer, "DEFAULT:@SECLEVEL=0") == 1,
            clibssl_set_min_version(pointer, Int32(TLSVersion.tls10.wire)) == 1
        else { throw TLSSetupFailure(.tlsUnusable, ["detail": OpenSSLErrors.takeText()]) }
    }
}
