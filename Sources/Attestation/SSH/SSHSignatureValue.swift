import Rollout

/// What a key made of the bytes that it signed.
struct SSHSignatureValue: Sendable {
    let form: Form
    /// What a hardware key added; nil for other keys.
    let device: Device?

    /// The signature itself, by the kinds of keys.
    enum Form: Sendable {
        case ed25519(ArraySlice<UInt8>)
        /// r and s, each as long as the curve is wide.
        case ecdsa([UInt8])
        case rsa(ArraySlice<UInt8>, isSHA512: Bool)
    }

    /// What a hardware key signs with the message.
    struct Device: Sendable {
        let flags: UInt8
        let counter: UInt32
        /// Nil where no browser stood between.
        let browser: Browser?

        var isUserPresent: Bool { flags & 0x01 != 0 }
        var isUserVerified: Bool { flags & 0x04 != 0 }
    }

    /// What a browser puts around the message.
    struct Browser: Sendable {
        let origin: String
        let clientData: ArraySlice<UInt8>
        let extensions: ArraySlice<UInt8>
    }

    /// The name of what a passkey signs in a browser; nil for keys that sign in none.
    static func browserAlgorithm(of type: SSHKeyType) -> String? {
        switch type {
        case .securityKeyP256: "webauthn-\(type.rawValue)"
        case .passkeyRSA: type.rawValue
        case .ed25519, .p256, .p384, .p521, .rsa, .securityKeyED25519: nil
        }
    }

    /// Reads the signature of a key of a type; nothing may follow.
    init(_ bytes: ArraySlice<UInt8>, by type: SSHKeyType) throws(SignatureFault) {
        var reader = SSHReader(bytes, .signature)
        let algorithm = try reader.text()
        let content = try reader.string()
        let isFromBrowser = algorithm == Self.browserAlgorithm(of: type)
        switch type {
        case .rsa:
            guard algorithm == "rsa-sha2-512" || algorithm == "rsa-sha2-256" else {
                throw .malformed(.otherAlgorithm(algorithm))
            }
            form = .rsa(content, isSHA512: algorithm == "rsa-sha2-512")
        case .passkeyRSA:
            guard isFromBrowser else { throw .malformed(.otherAlgorithm(algorithm)) }
            form = .rsa(content, isSHA512: false)
        case .ed25519, .securityKeyED25519:
            guard algorithm == type.rawValue else { throw .malformed(.otherAlgorithm(algorithm)) }
            guard content.count == 64 else { throw .malformed(.notOfItsType(.signature)) }
            form = .ed25519(content)
        case .p256, .p384, .p521, .securityKeyP256:
            guard algorithm == type.rawValue || isFromBrowser else {
                throw .malformed(.otherAlgorithm(algorithm))
            }
            form = .ecdsa(try Self.pair(content, width: type.width))
        }
        if type.isSecurityKey {
            device = try Device(&reader, isFromBrowser: isFromBrowser)
        } else {
            device = nil
        }
        try reader.end()
    }

    /// The numbers r and s side by side.
    private static func pair(
        _ content: ArraySlice<UInt8>, width: Int
    ) throws(SignatureFault) -> [UInt8] {
        var reader = SSHReader(content, .number)
        var pair: [UInt8] = []
        pair.reserveCapacity(width * 2)
        for _ in 0..<2 {
            let number = try reader.magnitude()
            guard number.count <= width else { throw .malformed(.notOfItsType(.number)) }
            pair.append(contentsOf: repeatElement(0, count: width - number.count))
            pair.append(contentsOf: number)
        }
        try reader.end()
        return pair
    }
}

extension SSHKeyType {
    /// The bytes of a coordinate of the curve; 0 for keys without one.
    fileprivate var width: Int {
        switch self {
        case .p256, .securityKeyP256: return 32
        case .p384: return 48
        case .p521: return 66
        case .ed25519, .rsa, .securityKeyED25519, .passkeyRSA: return 0
        }
    }
}

extension SSHSignatureValue.Device {
    /// Reads what stands behind the signature; see PROTOCOL.u2f of OpenSSH.
    fileprivate init(
        _ reader: inout SSHReader, isFromBrowser: Bool
    ) throws(SignatureFault) {
        flags = try reader.byte()
        counter = try reader.number32()
        guard isFromBrowser else {
            browser = nil
            return
        }
        let origin = try reader.text()
        let clientData = try reader.string()
        let extensions = try reader.string()
        browser = SSHSignatureValue.Browser(
            origin: origin, clientData: clientData, extensions: extensions)
        let hasExtensions = flags & 0x80 != 0
        let isNewCredential = flags & 0x40 != 0
        let isBackedUp = flags & 0x10 != 0
        let mayBeBackedUp = flags & 0x08 != 0
        guard hasExtensions != extensions.isEmpty, !isNewCredential,
            mayBeBackedUp || !isBackedUp
        else { throw .malformed(.flags(Int(flags))) }
    }
}
