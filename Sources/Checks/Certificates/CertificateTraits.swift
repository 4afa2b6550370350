/// What a certificate may be used for, and how strong it is.
package struct CertificateTraits: Hashable, Sendable {
    /// The least strength that other programs take: level 2 of OpenSSL, which Debian sets (112 bits).
    static let leastStrength = 112

    /// Whether it may vouch for others.
    package enum Authority: String, Hashable, Sendable {
        case yes, no
        /// It says so in an old way, or not clearly.
        case unclear
    }

    /// All that its extensions say can be read.
    package let isReadable: Bool
    /// Those that it permits, by what it says and by what its key is for.
    package let usages: [CertificateUsage]
    /// It names usages; one that names none permits them.
    package let namesUsages: Bool
    package let authority: Authority
    /// How many bits of a symmetric key its key is worth; nil where it is not known.
    package let keyStrength: Int?
    /// The same of the signature on it; nil where nobody relies on it.
    package let signatureStrength: Int?

    package init(
        isReadable: Bool = true, usages: [CertificateUsage], namesUsages: Bool,
        authority: Authority, keyStrength: Int?,
        signatureStrength: Int?
    ) {
        self.isReadable = isReadable
        self.usages = usages
        self.namesUsages = namesUsages
        self.authority = authority
        self.keyStrength = keyStrength
        self.signatureStrength = signatureStrength
    }
}
