import Crypto
import CryptoExtras
import Rollout

extension SSHKey {
    /// Whether the key made a signature over bytes, and if so, what a hardware key said of it.
    ///
    /// Throws what is wrong; of a hardware key it is asked that somebody touched it.
    func verify(
        _ signature: SSHSignatureValue, over bytes: [UInt8]
    ) throws(SignatureFault) -> SignerKey.SecurityKey? {
        guard let device = signature.device, let application else {
            guard publicKey.accepts(signature.form, over: bytes) else {
                throw .badSignature(fingerprint)
            }
            return nil
        }
        var writer = SSHWriter(capacity: 128)
        writer.raw(SHA256.hash(data: Array(application.utf8)))
        writer.byte(device.flags)
        writer.number32(device.counter)
        if let browser = device.browser {
            guard try browser.isAbout(bytes) else { throw .badSignature(fingerprint) }
            writer.raw(browser.extensions)
            writer.raw(SHA256.hash(data: browser.clientData))
        } else {
            writer.raw(SHA256.hash(data: bytes))
        }
        guard publicKey.accepts(signature.form, over: writer.bytes) else {
            throw .badSignature(fingerprint)
        }
        guard device.isUserPresent else { throw .presenceMissing(fingerprint) }
        // A browser unlocks a passkey where it is asked to, which is what we ask.
        guard device.browser == nil || device.isUserVerified else {
            throw .verificationMissing(fingerprint)
        }
        return SignerKey.SecurityKey(
            application: application, isUserVerified: device.isUserVerified,
            origin: device.browser?.origin)
    }
}

extension SSHPublicKey {
    fileprivate func accepts(_ signature: SSHSignatureValue.Form, over bytes: [UInt8]) -> Bool {
        switch (self, signature) {
        case (.ed25519(let key), .ed25519(let signature)):
            return key.isValidSignature(signature, for: bytes)
        case (.p256(let key), .ecdsa(let pair)):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: pair) else {
                return false
            }
            return key.isValidSignature(signature, for: bytes)
        case (.p384(let key), .ecdsa(let pair)):
            guard let signature = try? P384.Signing.ECDSASignature(rawRepresentation: pair) else {
                return false
            }
            return key.isValidSignature(signature, for: bytes)
        case (.p521(let key), .ecdsa(let pair)):
            guard let signature = try? P521.Signing.ECDSASignature(rawRepresentation: pair) else {
                return false
            }
            return key.isValidSignature(signature, for: bytes)
        case (.rsa(let key, let byteCount), .rsa(let signature, let isSHA512)):
            // OpenSSH fills a short one up with zeros, so that one signature has many forms.
            guard signature.count == byteCount else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return isSHA512
                ? key.isValidSignature(
                    signature, for: SHA512.hash(data: bytes), padding: .insecurePKCS1v1_5)
                : key.isValidSignature(
                    signature, for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
        default: return false
        }
    }
}
