package import Rollout

/// What was seen of a file of certificates, and of the key that should belong to it.
package struct CertificateObservation: Hashable, Sendable {
    /// A certificate with what it may be used for.
    package struct Entry: Hashable, Sendable {
        package let certificate: TLSCertificate
        package let traits: CertificateTraits
        /// The names that it is for, of those asked for and of its own.
        package let matching: Set<String>

        package init(
            certificate: TLSCertificate, traits: CertificateTraits, matching: Set<String> = []
        ) {
            self.certificate = certificate
            self.traits = traits
            self.matching = matching
        }
    }

    /// What stands under a path.
    package enum Content<Value: Hashable & Sendable>: Hashable, Sendable {
        case read(Value)
        case absent
        /// Something else than what was asked for; in words, with the article.
        case other(String)
        case unknown(Obstacle)
    }

    /// A private key.
    package struct Key: Hashable, Sendable {
        package let type: String
        package let bits: Int
        /// The place of the certificate that it belongs to; nil where it belongs to none.
        package let place: Int?

        package init(type: String, bits: Int, place: Int?) {
            self.type = type
            self.bits = bits
            self.place = place
        }
    }

    /// The moment for which the certificates were looked at.
    package let instant: Instant
    /// In the order of the file.
    package var certificates: Content<[Entry]>
    /// `PEM`, `DER` or `PKCS#12`; nil where it is not known.
    package var format: String?
    /// Nil where the checklist asks for none.
    package var key: Content<Key>?
    /// Nil where the checklist asks for none, or it could not be carried out.
    package var verification: TLSVerification?
    /// Why nothing could be verified.
    package var authoritiesObstacle: Obstacle?

    package init(instant: Instant, certificates: Content<[Entry]>) {
        self.instant = instant
        self.certificates = certificates
    }
}
