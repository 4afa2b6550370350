import Attestation
import Characters
import Crypto
import Foundation
import Rollout

/// A hardware key in software: it signs as one does, touched or not (PROTOCOL.u2f).
struct SoftwareToken: Sendable {
    enum Secret: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    let secret: Secret
    let application: String

    var type: String {
        switch secret {
        case .ed25519: return "sk-ssh-ed25519@openssh.com"
        case .p256: return "sk-ecdsa-sha2-nistp256@openssh.com"
        }
    }

    var key: [UInt8] {
        let wire = Wire().string(type)
        switch secret {
        case .ed25519(let key):
            return wire.string(key.publicKey.rawRepresentation).string(application).bytes
        case .p256(let key):
            return wire.string("nistp256").string(key.publicKey.x963Representation)
                .string(application).bytes
        }
    }

    var line: String { "\(type) \(Base64.text(key))" }

    private static func preimage(_ message: [UInt8], _ namespace: String) -> [UInt8] {
        SSHSignature.signedBytes(for: message, namespace: SignatureNamespace(namespace))
    }

    private func content(over bytes: [UInt8]) throws -> [UInt8] {
        switch secret {
        case .ed25519(let key): return Array(try key.signature(for: bytes))
        case .p256(let key):
            let pair = Array(try key.signature(for: bytes).rawRepresentation)
            return Wire().magnitude(pair[..<32]).magnitude(pair[32...]).bytes
        }
    }

    /// The armoured signature that the key makes for ssh-keygen.
    func sign(
        _ message: [UInt8], namespace: String, flags: UInt8 = 1, counter: UInt32 = 7
    ) throws -> [UInt8] {
        let signed = Wire().raw(SHA256.hash(data: Array(application.utf8))).raw([flags])
            .number(counter).raw(SHA256.hash(data: Self.preimage(message, namespace))).bytes
        let field = Wire().string(type).string(try content(over: signed)).raw([flags])
            .number(counter).bytes
        return Wire.armor(Wire.signature(key: key, namespace: namespace, signature: field))
    }

    /// What a browser adds to the request of a page.
    struct Page {
        var start = #"{"type":"webauthn.get","challenge":"#
        var origin = "https://ready.example"
        var rest = #","crossOrigin":false}"#
        var extensions: [UInt8] = []
    }

    /// The armoured signature that a page gets through a browser.
    func signInBrowser(
        _ message: [UInt8], namespace: String, flags: UInt8 = 0x1D, page: Page = Page()
    ) throws -> [UInt8] {
        let challenge = Base64.addressText(Self.preimage(message, namespace))
        let words = Array(
            "\(page.start)\"\(challenge)\",\"origin\":\"\(page.origin)\"\(page.rest)".utf8)
        let signed = Wire().raw(SHA256.hash(data: Array(application.utf8))).raw([flags]).number(2)
            .raw(page.extensions).raw(SHA256.hash(data: words)).bytes
        let field = Wire().string("webauthn-\(type)").string(try content(over: signed))
            .raw([flags]).number(2).string(page.origin).string(words).string(page.extensions).bytes
        return Wire.armor(Wire.signature(key: key, namespace: namespace, signature: field))
    }
}
