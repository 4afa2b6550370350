import Characters
import Crypto

/// The private key of a log or a witness as a file keeps it.
///
/// The first line is the public key, the rest is PEM (PKCS #8): `openssl pkey` skips the one and reads
/// the other.
package struct KeyFile: Sendable {
    package let key: NoteKey
    /// 32 bytes.
    private let seed: [UInt8]

    /// What comes before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 section 7).
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ]
    private static let begin = "-----BEGIN PRIVATE KEY-----"
    private static let end = "-----END PRIVATE KEY-----"

    /// A key of 32 bytes that nobody can guess.
    package init(name: String, kind: NoteKey.Kind, seed: [UInt8]) throws(NoteError) {
        guard let pair = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .keyFile
        }
        key = try NoteKey(
            name: name, kind: kind, publicKey: Array(pair.publicKey.rawRepresentation))
        self.seed = seed
    }

    /// Reads the content of a file.
    package init(_ bytes: some Collection<UInt8>) throws(NoteError) {
        let lines = bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count == 4, lines[1] == Self.begin, lines[3] == Self.end,
            let der = Base64.bytes(lines[2].utf8), der.starts(with: Self.prefix)
        else { throw .keyFile }
        let key = try NoteKey(lines[0])
        try self.init(
            name: key.name, kind: key.kind, seed: Array(der.dropFirst(Self.prefix.count)))
        guard self.key == key else { throw .keyFile }
    }

    /// The content of the file.
    package var text: String {
        "\(key)\n\(Self.begin)\n\(Base64.text(Self.prefix + seed))\n\(Self.end)\n"
    }

    func signature(over message: [UInt8]) throws(NoteError) -> [UInt8] {
        guard let pair = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let signature = try? pair.signature(for: message)
        else { throw .keyFile }
        return Array(signature)
    }
}
