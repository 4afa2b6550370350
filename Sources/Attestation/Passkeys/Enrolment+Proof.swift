package import Rollout

extension Enrolment {
    /// The passkey that is enrolled; throws where the line is none of a passkey.
    package func passkey() throws(SignatureFault) -> SSHKey {
        let key: SSHKey
        do throws(SignerLineMistake) {
            key = try SSHKey(line: self.key.utf8)
        } catch {
            guard case .key(let fault) = error else { throw .malformed(.noKey(.key)) }
            throw fault
        }
        guard key.type.isOfPasskeys, !key.isForOpenSSH, key.line == self.key else {
            throw .keyTypeRefused(key.type.rawValue)
        }
        return key
    }

    /// Whether the passkey itself signed its enrolment, in a browser on one of some pages, of whose host
    /// it is.
    func proof(
        _ signature: String, of statement: Statement, on origins: [PageOrigin]
    ) -> Result<SignerKey, SignatureFault> {
        Result { () throws(SignatureFault) in
            let key = try passkey()
            let line = "\(SignerName.plain) \(key.line)"
            let signer = try SignatureVerifier(
                allowed: AllowedSigners(line.utf8, zone: .utc), origins: origins
            ).verify(
                signature.utf8, over: statement.canonicalBytes, by: Principal(SignerName.plain),
                for: .enrolment, at: statement.madeAt
            ).get()
            // A passkey of a wider domain would sign on pages of others too.
            guard let origin = signer.securityKey?.origin, let page = PageOrigin(origin),
                page.host == key.application
            else { throw .originNotListed(signer.securityKey?.origin ?? "") }
            return signer
        }
    }
}

/// The name that a key goes by where only the key matters.
private enum SignerName {
    static let plain = "passkey"
}
