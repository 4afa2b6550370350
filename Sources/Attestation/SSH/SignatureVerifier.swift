package import Rollout

/// Decides whether a signature shows that a principal signed a message: the one place.
///
/// It is a value that is made once and asked by many threads.
package struct SignatureVerifier: Sendable {
    private let allowed: AllowedSigners
    private let revoked: RevokedKeys
    /// The keys that sign for a ledger, and for nobody.
    private let logKeys: Set<KeyFingerprint>

    package init(
        allowed: AllowedSigners, revoked: RevokedKeys = .none, logKeys: Set<KeyFingerprint> = []
    ) {
        self.allowed = allowed
        self.revoked = revoked
        self.logKeys = logKeys
    }

    /// The key of an armoured signature that a principal made over a message for a purpose, as of
    /// an instant: the one at which the ledger took it, since a signature holds no time itself.
    ///
    /// The principal is the one that the message names; a signature names none.
    package func verify(
        _ armored: some Collection<UInt8>, over message: [UInt8], by principal: Principal,
        for namespace: SignatureNamespace, at instant: Instant
    ) -> Result<SignerKey, SignatureFault> {
        Result { () throws(SignatureFault) in
            let signature = try SSHSignature(armored: armored)
            guard signature.namespace == namespace else {
                throw .otherNamespace(signature.namespace.text, wanted: namespace)
            }
            let device = try signature.verify(message)
            try refuseRevoked(signature)
            let objection =
                if let certificate = signature.certificate {
                    allowed.objection(
                        toAuthority: certificate.authority, of: principal, for: namespace,
                        at: instant)
                        ?? certificate.objection(to: principal, at: instant, by: device)
                } else {
                    allowed.objection(
                        to: signature.key, of: principal, for: namespace, at: instant)
                }
            if let objection { throw objection }
            return SignerKey(signature, device)
        }
    }

    /// Whether a signature of a public key, as a `.pub` file holds it, would count for a principal.
    package func accepts(
        key line: some Collection<UInt8>, for principal: Principal, at instant: Instant
    ) -> Bool {
        guard let key = try? SSHKey(line: line).fingerprint, !logKeys.contains(key),
            revoked.mistakes.isEmpty, !revoked.keys.contains(key)
        else { return false }
        return allowed.has(key: line, for: principal, at: instant)
    }

    /// Throws for a key that counts for nobody, whoever is listed.
    private func refuseRevoked(_ signature: SSHSignature) throws(SignatureFault) {
        let key = signature.key.fingerprint
        if logKeys.contains(key) { throw .logKey(key) }
        if let mistake = revoked.mistakes.first {
            throw .revocationsUnreadable(line: mistake.line)
        }
        if revoked.keys.contains(key) { throw .keyRevoked(key) }
        guard let authority = signature.certificate?.authority.fingerprint else { return }
        if revoked.keys.contains(authority) { throw .authorityRevoked(authority) }
    }
}

extension SignerKey {
    fileprivate init(_ signature: SSHSignature, _ device: SignerKey.SecurityKey?) {
        let certificate = signature.certificate.map {
            Certificate(authority: $0.authority.fingerprint, keyID: $0.keyID, serial: $0.serial)
        }
        self.init(
            fingerprint: signature.key.fingerprint, type: signature.key.type.rawValue,
            certificate: certificate, securityKey: device)
    }
}
