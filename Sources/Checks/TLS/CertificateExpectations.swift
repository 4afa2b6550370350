/// What certificates are held against, whichever protocol they came by.
package struct CertificateExpectations: Hashable, Sendable {
    /// How long before their end certificates count as too close to it.
    package struct Expiry: Hashable, Sendable {
        /// Nil where nothing is to be said before a certificate fails.
        package let warn: Duration?
        package let fail: Duration

        package init(warn: Duration? = nil, fail: Duration = .zero) {
            self.warn = warn
            self.fail = fail
        }
    }

    /// The name or address that the first certificate is to be for.
    package var name: String
    /// The path of the authorities that are trusted; nil for the system's.
    package var authorities: String?
    /// The chain, the dates and the name are held against the authorities and the name.
    package var verify = true
    /// Nil where the checklist says nothing of expiry.
    package var expires: Expiry?
    /// One of these must have issued a certificate of the path; empty where any may.
    package var issuers: [String] = []

    /// The public key of the server's own certificate is one of these, by its digest in lower-case
    /// hexadecimal digits; empty where any may be.
    package var publicKeys: [String] = []
    /// The type of that key is one of these; empty where any may be.
    package var keyTypes: [KeyType] = []
    /// Of that key.
    package var keyBits: ValueExpectation?

    /// The types of keys that can be asked for.
    package enum KeyType: String, Hashable, Sendable, CaseIterable {
        case rsa = "RSA"
        case elliptic = "EC"
        case ed25519 = "ED25519"
        case ed448 = "ED448"
    }

    package init(name: String) {
        self.name = name
    }
}
