/// Why a signature does not show that its principal signed the statement.
package enum SignatureFault: Reason, Error {
    /// The bytes are no signature of a form that is read.
    case malformed(SignatureMistake)
    /// A key of a kind that is not accepted, by its name.
    case keyTypeRefused(String)
    /// A key that is too short to be trusted.
    case weakKey(bits: Int, least: Int)
    /// It was made for another purpose.
    case otherNamespace(String, wanted: SignatureNamespace)
    /// It does not fit the statement, or another key made it.
    case badSignature(KeyFingerprint)
    /// A hardware key that nobody touched.
    case presenceMissing(KeyFingerprint)
    /// A hardware key that was to ask for a PIN or a fingerprint, and did not.
    case verificationMissing(KeyFingerprint)
    /// A browser asked for it on a page of an address that the list of signers does not name.
    case originNotListed(String)
    /// A passkey whose signature did not come by way of a browser, so that nothing says where.
    case outsideBrowser(KeyFingerprint)
    /// The key of the ledger signs checkpoints, and is nobody's.
    case logKey(KeyFingerprint)
    /// The list of revoked keys has a line that cannot be read, so that nobody knows what it revokes.
    case revocationsUnreadable(line: Int)
    case keyRevoked(KeyFingerprint)
    /// The authority of the certificate is revoked.
    case authorityRevoked(KeyFingerprint)
    case keyNotListed(KeyFingerprint)
    /// The key is listed, but for others.
    case notForPrincipal(Principal, line: Int)
    /// The line of the key names other purposes.
    case namespaceNotAllowed(SignatureNamespace, line: Int)
    case keyNotYetValid(from: Instant, line: Int)
    case keyExpired(Instant, line: Int)
    /// The signature of the authority does not fit the certificate.
    case certificateForged(authority: KeyFingerprint)
    case certificateForHost(keyID: String)
    case certificateOptionUnknown(String)
    /// No line with `cert-authority` has the key that signed the certificate.
    case authorityNotListed(KeyFingerprint)
    case certificateWithoutPrincipals(keyID: String)
    case certificateForOthers([Principal], keyID: String)
    case certificateNotYetValid(from: Instant, keyID: String)
    case certificateExpired(Instant, keyID: String)

    package var code: String {
        switch self {
        case .malformed: return "malformed"
        case .keyTypeRefused: return "key-type-refused"
        case .weakKey: return "weak-key"
        case .otherNamespace: return "other-namespace"
        case .badSignature: return "bad-signature"
        case .presenceMissing: return "presence-missing"
        case .verificationMissing: return "verification-missing"
        case .originNotListed: return "origin-not-listed"
        case .outsideBrowser: return "outside-browser"
        case .logKey: return "log-key"
        case .revocationsUnreadable: return "revocations-unreadable"
        case .keyRevoked: return "key-revoked"
        case .authorityRevoked: return "authority-revoked"
        case .keyNotListed: return "key-not-listed"
        case .notForPrincipal: return "not-for-principal"
        case .namespaceNotAllowed: return "namespace-not-allowed"
        case .keyNotYetValid: return "key-not-yet-valid"
        case .keyExpired: return "key-expired"
        case .certificateForged: return "certificate-forged"
        case .certificateForHost: return "certificate-for-host"
        case .certificateOptionUnknown: return "certificate-option-unknown"
        case .authorityNotListed: return "authority-not-listed"
        case .certificateWithoutPrincipals: return "certificate-without-principals"
        case .certificateForOthers: return "certificate-for-others"
        case .certificateNotYetValid: return "certificate-not-yet-valid"
        case .certificateExpired: return "certificate-expired"
        }
    }
}
