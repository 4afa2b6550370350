/// The kinds of keys that may sign, as OpenSSH names them; it has no name for a passkey of RSA.
package enum SSHKeyType: String, Sendable, CaseIterable {
    case ed25519 = "ssh-ed25519"
    case p256 = "ecdsa-sha2-nistp256"
    case p384 = "ecdsa-sha2-nistp384"
    case p521 = "ecdsa-sha2-nistp521"
    case rsa = "ssh-rsa"
    case securityKeyED25519 = "sk-ssh-ed25519@openssh.com"
    case securityKeyP256 = "sk-ecdsa-sha2-nistp256@openssh.com"
    /// Exponent, modulus and host. ssh-keygen passes over such a line of a list, and openssl verifies what
    /// the key signed.
    case passkeyRSA = "webauthn-rsa-sha2-256@readiness"

    /// The name of the type's certificates; nil where there can be none.
    var certificateName: String? {
        guard isOfOpenSSH else { return nil }
        let plain = rawValue.prefix { $0 != "@" }
        return "\(plain)-cert-v01@openssh.com"
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map {
            (Array($0.rawValue.utf8), (type: $0, isCertificate: false))
        }
            + allCases.compactMap { type in
                type.certificateName.map { (Array($0.utf8), (type: type, isCertificate: true)) }
            })

    /// The type of a name, and whether the name is that of its certificates.
    static func named(
        _ name: some Collection<UInt8>
    ) -> (type: SSHKeyType, isCertificate: Bool)? {
        byName[Array(name)]
    }

    /// The name of the curve where the key's fields begin with it.
    var curve: String? {
        switch self {
        case .p256, .securityKeyP256: return "nistp256"
        case .p384: return "nistp384"
        case .p521: return "nistp521"
        case .ed25519, .rsa, .securityKeyED25519, .passkeyRSA: return nil
        }
    }

    var isSecurityKey: Bool {
        self == .securityKeyED25519 || self == .securityKeyP256 || self == .passkeyRSA
    }

    /// Whether a browser makes keys of the type.
    var isOfPasskeys: Bool { self == .securityKeyP256 || self == .passkeyRSA }

    /// Whether OpenSSH has keys and signatures of the type.
    package var isOfOpenSSH: Bool { self != .passkeyRSA }
}
