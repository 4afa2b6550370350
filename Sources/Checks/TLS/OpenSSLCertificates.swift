import CLibSSL

/// Certificates in memory, with the key that came with them; freed with this.
final class OpenSSLCertificates {
    let items: [OpaquePointer]
    /// Nil where none came with them.
    let key: OpenSSLKey?

    /// Takes over the certificates.
    init(_ items: [OpaquePointer], key: OpenSSLKey? = nil) {
        self.items = items
        self.key = key
    }

    deinit { for item in items { X509_free(item) } }

    /// The place of the first certificate whose key it is; nil where it is none of theirs.
    func place(of key: OpenSSLKey) -> Int? {
        defer { OpenSSLErrors.clear() }
        return items.firstIndex { X509_check_private_key($0, key.pointer) == 1 }
    }
}

/// A private key in memory; freed with this.
final class OpenSSLKey {
    let pointer: OpaquePointer

    /// Takes over the key.
    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { EVP_PKEY_free(pointer) }
}
