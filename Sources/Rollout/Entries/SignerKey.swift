/// The key that made a signature which was verified and accepted.
package struct SignerKey: Hashable, Sendable {
    /// That of the plain key, with a certificate too: who holds one key is one signer.
    package let fingerprint: KeyFingerprint
    /// As OpenSSH names it: `ssh-ed25519`.
    package let type: String
    /// What vouched for the key; nil where the key itself was listed.
    package let certificate: Certificate?
    /// Nil for a key that lies in a file.
    package let securityKey: SecurityKey?

    package init(
        fingerprint: KeyFingerprint, type: String, certificate: Certificate? = nil,
        securityKey: SecurityKey? = nil
    ) {
        self.fingerprint = fingerprint
        self.type = type
        self.certificate = certificate
        self.securityKey = securityKey
    }

    /// The type of a passkey of RSA, which OpenSSH has no name for.
    package static let passkeyOfRSA = "webauthn-rsa-sha2-256@readiness"

    /// Whether ssh-keygen verifies what the key signs; openssl verifies the others.
    package var isOfOpenSSH: Bool { type != Self.passkeyOfRSA }

    /// The certificate by which an authority that is listed vouched for a key.
    package struct Certificate: Hashable, Sendable {
        package let authority: KeyFingerprint
        /// The words by which the authority knows it.
        package let keyID: String
        package let serial: UInt64

        package init(authority: KeyFingerprint, keyID: String, serial: UInt64) {
            self.authority = authority
            self.keyID = keyID
            self.serial = serial
        }
    }

    /// What a hardware key says of the moment of signing; it always says that somebody touched it.
    package struct SecurityKey: Hashable, Sendable {
        /// What the key was made for: `ssh:`, or the host of the page for a passkey.
        package let application: String
        /// It asked for a PIN or a fingerprint.
        package let isUserVerified: Bool
        /// The address of the page where a browser asked for the signature; nil without a browser.
        package let origin: String?

        package init(application: String, isUserVerified: Bool, origin: String?) {
            self.application = application
            self.isUserVerified = isUserVerified
            self.origin = origin
        }
    }
}
