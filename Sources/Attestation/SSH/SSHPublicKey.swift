import Crypto
import CryptoExtras
import Rollout

/// The numbers of a public key, ready to verify with.
enum SSHPublicKey: Sendable {
    case ed25519(Curve25519.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
    case p384(P384.Signing.PublicKey)
    case p521(P521.Signing.PublicKey)
    case rsa(_RSA.Signing.PublicKey, byteCount: Int)

    /// An RSA key of fewer bits is refused, as it can be broken.
    static let leastBits = 2048
    /// An RSA key of more bits only takes time.
    static let mostBits = 8192

    /// Reads the fields of a key, behind the name of its type and before the application.
    init(
        _ type: SSHKeyType, _ reader: inout SSHReader, _ part: SignatureMistake.Part
    ) throws(SignatureFault) {
        if let curve = type.curve {
            guard try reader.string().elementsEqual(curve.utf8) else {
                throw .malformed(.notOfItsType(part))
            }
        }
        switch type {
        case .ed25519, .securityKeyED25519:
            let bytes = Array(try reader.string())
            guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
                throw .malformed(.noKey(part))
            }
            self = .ed25519(key)
        case .p256, .securityKeyP256:
            let point = try Self.point(&reader, part)
            guard let key = try? P256.Signing.PublicKey(x963Representation: point) else {
                throw .malformed(.noKey(part))
            }
            self = .p256(key)
        case .p384:
            let point = try Self.point(&reader, part)
            guard let key = try? P384.Signing.PublicKey(x963Representation: point) else {
                throw .malformed(.noKey(part))
            }
            self = .p384(key)
        case .p521:
            let point = try Self.point(&reader, part)
            guard let key = try? P521.Signing.PublicKey(x963Representation: point) else {
                throw .malformed(.noKey(part))
            }
            self = .p521(key)
        case .rsa, .passkeyRSA: self = try Self.rsa(&reader, part)
        }
    }

    /// A point in its long form, the one that OpenSSH reads.
    private static func point(
        _ reader: inout SSHReader, _ part: SignatureMistake.Part
    ) throws(SignatureFault) -> [UInt8] {
        let point = Array(try reader.string())
        guard point.first == 4 else { throw .malformed(.noKey(part)) }
        return point
    }

    private static func rsa(
        _ reader: inout SSHReader, _ part: SignatureMistake.Part
    ) throws(SignatureFault) -> SSHPublicKey {
        let exponent = Array(try reader.magnitude())
        let modulus = Array(try reader.magnitude())
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard bits >= leastBits else { throw .weakKey(bits: bits, least: leastBits) }
        guard bits <= mostBits, let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
        else { throw .malformed(.noKey(part)) }
        return .rsa(key, byteCount: modulus.count)
    }
}
