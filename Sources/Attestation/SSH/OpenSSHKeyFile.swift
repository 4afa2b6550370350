import Characters
import Rollout

/// A private key as ssh-keygen writes it (PROTOCOL.key), of which the public half alone is read: no
/// passphrase covers that.
package enum OpenSSHKeyFile {
    private static let header = Array("-----BEGIN OPENSSH PRIVATE KEY-----\n".utf8)
    private static let magic = Array("openssh-key-v1\0".utf8)

    /// The public half; nil where the text is no such file.
    package static func publicKey(_ text: [UInt8]) -> SSHKey? {
        guard text.starts(with: header) else { return nil }
        let body = text.dropFirst(header.count).prefix { $0 != UInt8(ascii: "-") }
        guard let bytes = Base64.bytes(body.filter { $0 != 10 }), bytes.starts(with: magic) else {
            return nil
        }
        do throws(SignatureFault) {
            var reader = SSHReader(bytes.dropFirst(magic.count), .key)
            // The cipher, how its key is made of the passphrase, and with what.
            for _ in 0..<3 { _ = try reader.string() }
            guard try reader.number32() == 1 else { return nil }
            return try SSHKey(blob: reader.string())
        } catch { return nil }
    }
}
