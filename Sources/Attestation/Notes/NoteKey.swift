import Characters
import Crypto
package import Rollout

/// Whom signatures of notes are expected from: a name and a public key (c2sp.org/signed-note).
package struct NoteKey: Hashable, Sendable {
    /// What the key signs, by its number in the specification.
    package enum Kind: UInt8, Hashable, Sendable {
        /// The text of a note: a log.
        case ed25519 = 1
        /// The text of a checkpoint and the time (c2sp.org/tlog-cosignature): a witness.
        case cosignature = 4
    }

    package let name: String
    package let kind: Kind
    /// 32 bytes.
    package let publicKey: [UInt8]

    init(name: String, kind: Kind, publicKey: [UInt8]) throws(NoteError) {
        guard Self.isName(name) else { throw .keyName(name) }
        guard publicKey.count == 32 else { throw .keyForm }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
    }

    /// Reads `NAME+ID+KEY`.
    ///
    /// Base64 has `+` among its letters, so that only the first two part anything.
    package init(_ text: String) throws(NoteError) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8,
            let id = Hexadecimal.bytes(parts[1]), let key = Base64.bytes(parts[2].utf8),
            let number = key.first
        else { throw .keyForm }
        guard let kind = Kind(rawValue: number) else { throw .keyKind(number) }
        try self.init(name: String(parts[0]), kind: kind, publicKey: Array(key.dropFirst()))
        guard id == self.id.bigEndianBytes else { throw .keyID }
    }

    /// A name without anything that would part it from what stands beside it.
    package static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
            }
    }

    /// The first four bytes of a digest of name and key: they tell keys of one name apart.
    package var id: UInt32 {
        let digest = ContentDigest(of: Array(name.utf8) + [10, kind.rawValue] + publicKey)
        return digest.bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The same, by bytes: two spellings of a letter are two names.
    package static func == (left: NoteKey, right: NoteKey) -> Bool {
        left.kind == right.kind && left.publicKey == right.publicKey
            && left.name.utf8.elementsEqual(right.name.utf8)
    }

    /// Whether a signature is over the text; nil where it claims to be by another key.
    func verify(_ signature: NoteSignature, over text: String) -> Bool? {
        guard signature.id == id, signature.name.utf8.elementsEqual(name.utf8) else { return nil }
        switch kind {
        case .ed25519: return isValid(signature.value, over: Array(text.utf8))
        case .cosignature:
            guard let cosignature = Cosignature(signature.value) else { return false }
            return isValid(
                cosignature.signature, over: Cosignature.message(text, at: cosignature.seconds))
        }
    }

    func isValid(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        return signature.count == 64 && key.isValidSignature(signature, for: message)
    }
}

extension NoteKey {
    /// The same key as SSH names it: whoever signs for a log signs for nobody.
    package var fingerprint: KeyFingerprint? {
        var writer = SSHWriter(capacity: 51)
        writer.string(SSHKeyType.ed25519.rawValue.utf8)
        writer.string(publicKey)
        return try? SSHKey(blob: writer.bytes).fingerprint
    }
}

extension NoteKey: CustomStringConvertible {
    /// `NAME+ID+KEY`, as verifiers are given it.
    package var description: String {
        "\(name)+\(Hexadecimal.text(id.bigEndianBytes))+\(Base64.text([kind.rawValue] + publicKey))"
    }
}

extension FixedWidthInteger {
    /// The bytes of the number, the highest first.
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
