/// A client certificate with its key.
package struct ClientIdentity: Hashable, Sendable {
    /// A PEM file: the certificate first, then what leads from it to its authority.
    package let certificate: String
    /// A PEM file with the private key, not encrypted.
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
