import CLibSSL
import Foundation
import Rollout

/// The authorities that certificates are verified against.
struct OpenSSLAuthorities: ~Copyable {
    /// Freed with this value; a context that verifies against it holds on to it.
    let store: OpaquePointer
    /// There is none, neither in memory nor in the system's folder.
    let isEmpty: Bool

    /// Those of a PEM file, or of the system where none is named.
    init(_ path: String?) throws(TLSSetupFailure) {
        guard let store = X509_STORE_new() else {
            throw TLSSetupFailure(.tlsUnusable, ["detail": "no memory is left"])
        }
        do throws(TLSSetupFailure) {
            if let path {
                try Self.load(path, into: store)
            } else {
                try Self.loadSystem(into: store)
            }
        } catch {
            X509_STORE_free(store)
            throw error
        }
        self.store = store
        let isInMemory = OPENSSL_sk_num(X509_STORE_get0_objects(store)) > 0
        isEmpty = !isInMemory && (path != nil || Self.isSystemFolderEmpty)
    }

    deinit { X509_STORE_free(store) }

    /// Takes in the folder and the file that OpenSSL was built with.
    ///
    /// Not those of `SSL_CERT_FILE` and `SSL_CERT_DIR`: the statement says that they are the system's.
    private static func loadSystem(into store: OpaquePointer) throws(TLSSetupFailure) {
        OpenSSLErrors.clear()
        let unreadable = TLSSetupFailure(
            .credentialUnreadable,
            [
                "role": CredentialFile.Role.authorities.rawValue, "path": "of the system",
                "detail": "OpenSSL cannot load them",
            ])
        guard let folder = X509_get_default_cert_dir(), X509_STORE_load_path(store, folder) == 1
        else { throw unreadable }
        guard let file = X509_get_default_cert_file(), access(file, R_OK) == 0 else { return }
        guard X509_STORE_load_file(store, file) == 1 else { throw unreadable }
    }

    private static func load(_ path: String, into store: OpaquePointer) throws(TLSSetupFailure) {
        let bytes = try CredentialFile.read(path, .authorities)
        OpenSSLErrors.clear()
        let found = bytes.withUnsafeBytes { buffer -> Int? in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else {
                return nil
            }
            defer { BIO_free(bio) }
            guard let stack = PEM_X509_INFO_read_bio(bio, nil, nil, nil) else { return nil }
            defer { OPENSSL_sk_free(stack) }
            return OpenSSLCertificate.items(stack).reduce(0) { count, item in
                let entry = UnsafeMutablePointer<X509_INFO>(item)
                defer { X509_INFO_free(entry) }
                guard let certificate = entry.pointee.x509 else { return count }
                return X509_STORE_add_cert(store, certificate) == 1 ? count + 1 : count
            }
        }
        guard let found, found > 0 else {
            let detail = found == nil ? OpenSSLErrors.takeText() : "there is none in it"
            throw CredentialFile.unusable(path, .authorities, detail)
        }
    }

    private static var isSystemFolderEmpty: Bool {
        guard let folder = X509_get_default_cert_dir() else { return true }
        let names = try? FileManager.default.contentsOfDirectory(atPath: String(cString: folder))
        return names?.isEmpty ?? true
    }
}
