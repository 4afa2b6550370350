import CLibSSL
import Foundation
import Synchronization

/// The authorities that certificates are verified against.
final class OpenSSLTrust {
    private let store: OpaquePointer

    /// The system's, read once: that takes tens of milliseconds, and OpenSSL counts and locks its
    /// stores itself.
    private static let system = Mutex<OpenSSLTrust?>(nil)

    private init() throws(TLSTrouble) {
        guard let store = X509_STORE_new() else { throw TLSTrouble("OpenSSL has no memory left.") }
        self.store = store
    }

    deinit { X509_STORE_free(store) }

    /// Has a context verify against the system's authorities.
    static func useSystem(in context: OpaquePointer) throws(TLSTrouble) {
        let address = system.withLock { trust in
            if trust == nil, let made = try? OpenSSLTrust(), made.loadsSystem() { trust = made }
            return trust.map { UInt(bitPattern: $0.store) }
        }
        OpenSSLErrors.clear()
        // The static above never lets go of the store, so that the address stays good.
        guard let store = address.flatMap(OpaquePointer.init(bitPattern:)) else {
            throw TLSTrouble("The system's certificate authorities cannot be read.")
        }
        SSL_CTX_set1_cert_store(context, store)
    }

    /// Takes in the authorities of the folder and the file that OpenSSL was built with.
    ///
    /// Not those of `SSL_CERT_FILE` and `SSL_CERT_DIR`: the record says that they are the system's.
    private func loadsSystem() -> Bool {
        guard let folder = X509_get_default_cert_dir(), X509_STORE_load_path(store, folder) == 1
        else { return false }
        if let file = X509_get_default_cert_file(), access(file, R_OK) == 0 {
            return X509_STORE_load_file(store, file) == 1
        }
        return true
    }

    /// Has a context verify against the authorities of a PEM file.
    static func use(file path: String, in context: OpaquePointer) throws(TLSTrouble) {
        let what = "The file of authorities"
        _ = try CredentialFile.read(path, what: what)
        let trust = try OpenSSLTrust()
        OpenSSLErrors.clear()
        guard X509_STORE_load_file(trust.store, path) == 1 else {
            throw TLSTrouble(
                "\(what) \(path) holds no certificates in PEM form (\(OpenSSLErrors.takeText())).")
        }
        SSL_CTX_set1_cert_store(context, trust.store)
    }

    /// The context has no authority to verify against, neither in memory nor in the system's
    /// folder.
    static func isEmpty(in context: OpaquePointer, isSystem: Bool) -> Bool {
        guard OPENSSL_sk_num(X509_STORE_get0_objects(SSL_CTX_get_cert_store(context))) <= 0 else {
            return false
        }
        guard isSystem, let folder = X509_get_default_cert_dir() else { return true }
        let names = try? FileManager.default.contentsOfDirectory(atPath: String(cString: folder))
        return names?.isEmpty ?? true
    }
}
