import Attestation
import CanonicalJSON
import Characters
import Crypto
import CryptoExtras
import Rollout

/// A passkey in software, used by a browser that does what a test wants.
struct SoftwarePasskey: Sendable {
    let key = P256.Signing.PrivateKey()
    let credential = Base64.addressText((0..<16).map { _ in UInt8.random(in: .min ... .max) })

    /// Where it is of RS256; nil for ES256.
    var rsa: _RSA.Signing.PrivateKey?

    /// The public key as a browser gives it.
    var info: String { Base64.addressText(publicKey) }

    /// The same in bytes.
    var publicKey: [UInt8] {
        Array(rsa?.publicKey.derRepresentation ?? key.publicKey.derRepresentation)
    }

    private func signature(over bytes: [UInt8], _ way: Way) throws -> [UInt8] {
        guard let rsa else {
            return Array(try (way.signer ?? key).signature(for: bytes).derRepresentation)
        }
        return Array(
            try rsa.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
                .rawRepresentation)
    }

    /// What browser and authenticator make of a request; as it should be, where nothing is changed.
    struct Way: Sendable {
        var host = "ready.example"
        var origin = "https://ready.example"
        var flags: UInt8 = 0x1D
        var extensions: [UInt8] = []
        var start = #"{"type":"webauthn.get","challenge":"#
        var rest = #","crossOrigin":false}"#
        var namespace: SignatureNamespace?
        var isSHA512 = true
        /// What is signed in place of the text that was shown.
        var text: String?
        var challenge: (@Sendable ([UInt8]) -> [UInt8])?
        var signer: P256.Signing.PrivateKey?
        var credential: String?
        /// Changes what is sent, after it was signed.
        var change: @Sendable (inout Parts) -> Void = { _ in }
    }

    /// What is sent.
    struct Parts {
        var authenticatorData: [UInt8]
        var clientData: [UInt8]
        var signature: [UInt8]
    }

    func assertion(
        over shown: String, for namespace: SignatureNamespace, _ way: Way = Way()
    ) throws -> JSONValue {
        let preimage = SSHSignature.signedBytes(
            for: Array((way.text ?? shown).utf8), namespace: way.namespace ?? namespace,
            isSHA512: way.isSHA512)
        let challenge = Base64.addressText(way.challenge?(preimage) ?? preimage)
        let words = "\(way.start)\"\(challenge)\",\"origin\":\"\(way.origin)\"\(way.rest)"
        let data =
            Array(SHA256.hash(data: Array(way.host.utf8))) + [way.flags, 0, 0, 0, 2]
            + way.extensions
        let signed = data + Array(SHA256.hash(data: Array(words.utf8)))
        var parts = Parts(
            authenticatorData: data, clientData: Array(words.utf8),
            signature: try signature(over: signed, way))
        way.change(&parts)
        return [
            "credential": .string(way.credential ?? credential),
            "authenticatorData": .string(Base64.addressText(parts.authenticatorData)),
            "clientDataJSON": .string(Base64.addressText(parts.clientData)),
            "signature": .string(Base64.addressText(parts.signature)),
        ]
    }

    /// The same as a signature of SSH, for who writes past the program.
    func armored(
        over shown: String, for namespace: SignatureNamespace, _ way: Way = Way()
    ) throws -> String {
        let sent = try assertion(over: shown, for: namespace, way)
        func bytes(_ name: String) -> [UInt8] {
            Base64.addressBytes((sent[name]?.text ?? "").utf8) ?? []
        }
        let listed = try SSHKey(
            passkey: publicKey, for: "ready.example")
        return try BrowserAssertion(
            authenticatorData: bytes("authenticatorData"), clientData: bytes("clientDataJSON"),
            signature: bytes("signature")
        ).signature(by: listed, for: namespace).armored
    }
}
