import CanonicalJSON
import Characters

/// An in-toto statement with a signature by the log's key over it (DSSE, protocol version 1).
///
/// The log says with it that it holds what is stated, and nothing more.
package struct DSSEEnvelope: Hashable, Sendable {
    /// The bytes of the statement.
    package let payload: [UInt8]
    /// The name and id of the key; whose it is has to be known otherwise.
    package let keyID: String
    package let signature: [UInt8]

    package static let payloadType = "application/vnd.in-toto+json"
    /// Room for the largest entry, its signature and its evidence, in base64.
    package static let mostBytes = 1 << 20

    init(payload: [UInt8], by key: NoteKey, _ signature: [UInt8]) {
        self.payload = payload
        keyID = Self.keyID(of: key)
        self.signature = signature
    }

    /// Reads the bytes that `bytes` writes, and nothing else.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count <= Self.mostBytes, let value = try? JSONValue(jsonBytes: bytes),
            let payload = value["payload"]?.text.flatMap({ Base64.bytes($0.utf8) }),
            let signed = value["signatures"]?.items?.first,
            let keyID = signed["keyid"]?.text,
            let signature = signed["sig"]?.text.flatMap({ Base64.bytes($0.utf8) })
        else { return nil }
        self.payload = payload
        self.keyID = keyID
        self.signature = signature
        guard self.bytes == bytes else { return nil }
    }

    package var bytes: [UInt8] {
        let value: JSONValue = [
            "payload": .string(Base64.text(payload)), "payloadType": .string(Self.payloadType),
            "signatures": [["keyid": .string(keyID), "sig": .string(Base64.text(signature))]],
        ]
        return value.canonicalBytes
    }

    /// What is signed: it has no line end, so that it is never the text of a checkpoint.
    static func signedBytes(_ payload: [UInt8]) -> [UInt8] {
        Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
    }

    package func isSigned(by key: NoteKey) -> Bool {
        key.kind == .ed25519 && keyID == Self.keyID(of: key)
            && key.isValid(signature, over: Self.signedBytes(payload))
    }

    private static func keyID(of key: NoteKey) -> String {
        "\(key.name)+\(Hexadecimal.text(key.id.bigEndianBytes))"
    }
}
