import Crypto
package import Rollout

/// A signature over a message as `ssh-keygen -Y sign` makes it (PROTOCOL.sshsig).
///
/// It says which key made it and what for; who has the key, and whether it counts, is said by
/// `SignatureVerifier`. It is read strictly, but its bytes are no identity: of the signatures of one
/// key over one message there are many.
package struct SSHSignature: Sendable {
    package let key: SSHKey
    /// Nil where the plain key signed.
    package let certificate: SSHCertificate?
    package let namespace: SignatureNamespace
    private let isSHA512: Bool
    private let value: SSHSignatureValue
    /// The bytes within the armour.
    package let blob: [UInt8]

    private static let magic = Array("SSHSIG".utf8)

    /// Reads the armoured text.
    package init(armored text: some Collection<UInt8>) throws(SignatureFault) {
        try self.init(blob: try SSHArmor.bytes(text))
    }

    /// Reads the bytes within the armour.
    package init(blob: [UInt8]) throws(SignatureFault) {
        guard blob.starts(with: Self.magic) else { throw .malformed(.otherFormat) }
        var reader = SSHReader(blob.dropFirst(Self.magic.count), .blob)
        let version = try reader.number32()
        guard version == 1 else { throw .malformed(.otherVersion(Int(version))) }
        let key = try reader.string()
        var fields = SSHReader(try reader.string(), .namespace)
        let namespace = try fields.remainingText()
        guard !namespace.isEmpty else { throw .malformed(.namespaceEmpty) }
        guard try reader.string().isEmpty else { throw .malformed(.reservedNotEmpty) }
        fields = SSHReader(try reader.string(), .hash)
        let hash = try fields.remainingText()
        guard hash == "sha512" || hash == "sha256" else { throw .malformed(.unknownHash(hash)) }
        let signature = try reader.string()
        try reader.end()

        var name = SSHReader(key, .key)
        if SSHKeyType.named(try name.string())?.isCertificate == true {
            let certificate = try SSHCertificate(blob: key)
            self.certificate = certificate
            self.key = certificate.key
        } else {
            certificate = nil
            self.key = try SSHKey(blob: key)
        }
        value = try SSHSignatureValue(signature, by: self.key.type)
        self.namespace = SignatureNamespace(namespace)
        isSHA512 = hash == "sha512"
        self.blob = blob
    }

    /// The text as ssh-keygen writes it, whatever the width of the lines was that it was read from.
    package var armored: String { SSHArmor.text(blob) }

    /// Whether the key made it over the message, and if so, what a hardware key said of it.
    ///
    /// Throws what is wrong.
    package func verify(_ message: [UInt8]) throws(SignatureFault) -> SignerKey.SecurityKey? {
        try key.verify(value, over: signedBytes(for: message))
    }

    /// What the key signed: purpose, name of the hash, hash of the message.
    package func signedBytes(for message: [UInt8]) -> [UInt8] {
        Self.signedBytes(for: message, namespace: namespace, isSHA512: isSHA512)
    }

    /// What a key signs for a purpose; a browser is given it as the challenge.
    package static func signedBytes(
        for message: [UInt8], namespace: SignatureNamespace, isSHA512: Bool = true
    ) -> [UInt8] {
        var writer = SSHWriter(capacity: 128 + namespace.text.utf8.count)
        writer.raw(magic)
        writer.string(namespace.text.utf8)
        writer.number32(0)
        writer.string((isSHA512 ? "sha512" : "sha256").utf8)
        if isSHA512 {
            SHA512.hash(data: message).withUnsafeBytes { writer.string($0) }
        } else {
            SHA256.hash(data: message).withUnsafeBytes { writer.string($0) }
        }
        return writer.bytes
    }
}
