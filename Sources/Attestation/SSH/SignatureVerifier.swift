package import Rollout

/// Decides whether a signature shows that a principal signed a message: the one place.
///
/// It is a value that is made once and asked by many threads.
package struct SignatureVerifier: Sendable {
    private let allowed: AllowedSigners
    private let revoked: RevokedKeys
    /// The keys that sign for a ledger, and for nobody.
    private let logKeys: Set<KeyFingerprint>
    /// Where pages may have people sign.
    private let origins: Set<String>

    package init(
        allowed: AllowedSigners, revoked: RevokedKeys = .none, logKeys: Set<KeyFingerprint> = [],
        origins: [PageOrigin] = []
    ) {
        self.origins = Set(origins.map(\.text))
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
            try requireOrigin(device, of: signature.key)
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

    /// A passkey signs in a browser alone, on a page that the list of signers names: OpenSSH looks at
    /// neither.
    private func requireOrigin(
        _ device: SignerKey.SecurityKey?, of key: SSHKey
    ) throws(SignatureFault) {
        guard let device else { return }
        guard let origin = device.origin else {
            guard key.isForOpenSSH else { throw .outsideBrowser(key.fingerprint) }
            return
        }
        guard origins.contains(origin) else { throw .originNotListed(origin) }
    }

    /// What keeps a signature of a plain key from counting for a principal; nil where it would count.
    package func objection(
        to key: SSHKey, of principal: Principal,
        for namespace: SignatureNamespace = .statement, at instant: Instant
    ) -> SignatureFault? {
        do throws(SignatureFault) {
            try refuseRevoked(key.fingerprint)
        } catch { return error }
        return allowed.objection(to: key, of: principal, for: namespace, at: instant)
    }

    /// Whether there is a key, or an authority whose certificates may be for the principal, with which
    /// a statement could be signed at an instant.
    package func hasKey(of principal: Principal, at instant: Instant) -> Bool {
        allowed.signers.contains { line in
            (try? refuseRevoked(line.key.fingerprint)) != nil
                && line.objection(to: principal, for: .statement, at: instant) == nil
        }
    }

    /// Throws for a key that counts for nobody, whoever is listed.
    private func refuseRevoked(_ key: KeyFingerprint) throws(SignatureFault) {
        if logKeys.contains(key) { throw .logKey(key) }
        if let mistake = revoked.mistakes.first {
            throw .revocationsUnreadable(line: mistake.line)
        }
        if revoked.keys.contains(key) { throw .keyRevoked(key) }
    }

    /// The same for the key of a signature, and for the authority that vouches for it.
    private func refuseRevoked(_ signature: SSHSignature) throws(SignatureFault) {
        try refuseRevoked(signature.key.fingerprint)
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
