/// The kinds of keys that may sign, as OpenSSH names them.
package enum SSHKeyType: String, Sendable, CaseIterable {
    case ed25519 = "ssh-ed25519"
    case p256 = "ecdsa-sha2-nistp256"
    case p384 = "ecdsa-sha2-nistp384"
    case p521 = "ecdsa-sha2-nistp521"
    case rsa = "ssh-rsa"
    case securityKeyED25519 = "sk-ssh-ed25519@openssh.com"
    case securityKeyP256 = "sk-ecdsa-sha2-nistp256@openssh.com"

    /// The name of the type's certificates.
    var certificateName: String {
        let plain = rawValue.prefix { $0 != "@" }
        return "\(plain)-cert-v01@openssh.com"
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map {
            (Array($0.rawValue.utf8), (type: $0, isCertificate: false))
        }
            + allCases.map { (Array($0.certificateName.utf8), (type: $0, isCertificate: true)) })

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
        case .ed25519, .rsa, .securityKeyED25519: return nil
        }
    }

    var isSecurityKey: Bool { self == .securityKeyED25519 || self == .securityKeyP256 }
}
