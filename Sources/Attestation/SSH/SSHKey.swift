import Characters
import Crypto
package import Rollout

/// A public key of SSH; two are the same where their bytes are.
package struct SSHKey: Hashable, Sendable {
    package let type: SSHKeyType
    /// The wire format (RFC 4253 section 6.6), in the one form that there is for a key.
    package let blob: [UInt8]
    package let fingerprint: KeyFingerprint
    /// What a hardware key was made for; nil for other keys.
    package let application: String?
    let publicKey: SSHPublicKey

    /// Reads the wire format; nothing may follow.
    package init(blob: some Collection<UInt8>) throws(SignatureFault) {
        let bytes = ArraySlice(blob)
        var reader = SSHReader(bytes, .key)
        let name = try reader.string()
        guard let (type, isCertificate) = SSHKeyType.named(name), !isCertificate else {
            throw .keyTypeRefused(String(decoding: name, as: UTF8.self))
        }
        try self.init(type, &reader, .key)
        try reader.end()
    }

    /// Reads what stands behind the name of the type.
    init(
        _ type: SSHKeyType, _ reader: inout SSHReader, _ part: SignatureMistake.Part
    ) throws(SignatureFault) {
        let start = reader.rest
        publicKey = try SSHPublicKey(type, &reader, part)
        application = type.isSecurityKey ? try reader.text() : nil
        let fields = start.dropLast(reader.rest.count)
        var writer = SSHWriter(capacity: type.rawValue.utf8.count + fields.count + 4)
        writer.string(type.rawValue.utf8)
        writer.raw(fields)
        self.type = type
        blob = writer.bytes
        fingerprint = KeyFingerprint(
            "SHA256:" + Base64.text(SHA256.hash(data: blob), isPadded: false))
    }

    /// Whether a hardware key was made for OpenSSH, and not for the pages of a host.
    var isForOpenSSH: Bool {
        type.isOfOpenSSH && application?.hasPrefix("ssh:") ?? true
    }

    package static func == (left: SSHKey, right: SSHKey) -> Bool { left.blob == right.blob }

    package func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    /// The form of `.pub` files, without a comment.
    package var line: String { "\(type.rawValue) \(Base64.text(blob))" }
}
