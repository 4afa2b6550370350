import Attestation
import Crypto
import Foundation
import Rollout

/// An Ed25519 key that is made from a number, the same one each time: for measurements, and for
/// nothing else.
struct SampleKey {
    private let key: Curve25519.Signing.PrivateKey

    init(_ number: Int) throws {
        let seed = SHA256.hash(data: Data("sample key \(number)".utf8))
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(seed))
    }

    /// The public key as SSH writes it (RFC 8709 section 4).
    private var blob: [UInt8] {
        Self.string("ssh-ed25519".utf8) + Self.string(key.publicKey.rawRepresentation)
    }

    /// The line of a list of signers that gives the key to a principal.
    func line(for principal: Principal) -> String {
        "\(principal.text) namespaces=\"\(SignatureNamespace.statement.text)\" ssh-ed25519 "
            + Data(blob).base64EncodedString()
    }

    /// The armoured signature over a statement's bytes (PROTOCOL.sshsig).
    func signature(over message: [UInt8]) throws -> String {
        let namespace = SignatureNamespace.statement
        let signed = try key.signature(
            for: SSHSignature.signedBytes(for: message, namespace: namespace))
        let value = Self.string("ssh-ed25519".utf8) + Self.string(signed)
        let head = Array("SSHSIG".utf8) + [0, 0, 0, 1] + Self.string(blob)
        let purpose =
            Self.string(namespace.text.utf8) + Self.string([]) + Self.string("sha512".utf8)
        return try SSHSignature(blob: head + purpose + Self.string(value)).armored
    }

    /// A string as SSH writes it (RFC 4251 section 5).
    private static func string(_ bytes: some Collection<UInt8>) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
    }
}
