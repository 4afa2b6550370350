import CanonicalJSON
import Crypto
import CryptoExtras
package import Rollout

/// What a browser returns for a passkey that signed: the parts of an `AuthenticatorAssertionResponse`
/// (WebAuthn section 5.2.2).
///
/// It becomes an SSH signature without anything being signed again, and is verified as one; here is only
/// looked whether it has the form.
package struct BrowserAssertion: Hashable, Sendable {
    private let authenticatorData: [UInt8]
    private let clientData: [UInt8]
    /// Of ES256 in the form of DER, of RS256 the number alone.
    private let signature: [UInt8]

    package init(authenticatorData: [UInt8], clientData: [UInt8], signature: [UInt8]) {
        self.authenticatorData = authenticatorData
        self.clientData = clientData
        self.signature = signature
    }

    /// The same as a signature of SSH by a key for a purpose (PROTOCOL.u2f of OpenSSH).
    package func signature(
        by key: SSHKey, for namespace: SignatureNamespace
    ) throws(SignatureFault) -> SSHSignature {
        guard let application = key.application, authenticatorData.count >= 37,
            let algorithm = SSHSignatureValue.browserAlgorithm(of: key.type),
            let made = content(of: key.type),
            case .string(let origin)? = (try? JSONValue(jsonBytes: clientData))?["origin"]
        else { throw .malformed(.clientData(.form)) }
        // Which host it was made for is signed: here it is told apart from a forged signature.
        guard SHA256.hash(data: Array(application.utf8)).elementsEqual(authenticatorData[..<32])
        else { throw .badSignature(key.fingerprint) }
        var value = SSHWriter(capacity: 256 + clientData.count)
        value.string(algorithm.utf8)
        value.string(made)
        value.raw(authenticatorData[32..<37])
        value.string(origin.utf8)
        value.string(clientData)
        value.string(authenticatorData[37...])
        var blob = SSHWriter(capacity: 512 + clientData.count)
        blob.raw("SSHSIG".utf8)
        blob.number32(1)
        blob.string(key.blob)
        blob.string(namespace.text.utf8)
        blob.number32(0)
        blob.string("sha512".utf8)
        blob.string(value.bytes)
        return try SSHSignature(blob: blob.bytes)
    }

    /// What the key made as SSH writes it; nil where it is not of the form of its type.
    private func content(of type: SSHKeyType) -> [UInt8]? {
        guard type != .passkeyRSA else { return signature }
        guard let pair = try? P256.Signing.ECDSASignature(derRepresentation: signature) else {
            return nil
        }
        var numbers = SSHWriter(capacity: 80)
        numbers.magnitude(pair.rawRepresentation.prefix(32))
        numbers.magnitude(pair.rawRepresentation.suffix(32))
        return numbers.bytes
    }
}

extension SSHKey {
    /// The key of a passkey of ES256 or RS256 for a host, from the form that a browser gives it
    /// (SubjectPublicKeyInfo in DER).
    package init(passkey info: [UInt8], for host: String) throws(SignatureFault) {
        var writer = SSHWriter(capacity: 640)
        if let key = try? P256.Signing.PublicKey(derRepresentation: info) {
            writer.string(SSHKeyType.securityKeyP256.rawValue.utf8)
            writer.string("nistp256".utf8)
            writer.string(key.x963Representation)
        } else if let key = try? _RSA.Signing.PublicKey(derRepresentation: info),
            let numbers = try? key.getKeyPrimitives()
        {
            writer.string(SSHKeyType.passkeyRSA.rawValue.utf8)
            writer.magnitude(numbers.publicExponent)
            writer.magnitude(numbers.modulus)
        } else {
            throw .malformed(.noKey(.key))
        }
        writer.string(host.utf8)
        try self.init(blob: writer.bytes)
    }
}
