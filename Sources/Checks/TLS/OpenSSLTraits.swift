import CLibSSL

/// Reads what certificates may be used for and how strong they are.
enum OpenSSLTraits {
    /// What `X509_get_extended_key_usage` says of a certificate that names no usage.
    private static let everyUsage = UInt32.max

    static func read(_ certificate: OpaquePointer) -> CertificateTraits {
        defer { OpenSSLErrors.clear() }
        let named = X509_get_extended_key_usage(certificate)
        let flags = X509_get_extension_flags(certificate)
        let hasUsages = flags & UInt32(EXFLAG_XKUSAGE) != 0
        // Of what cannot be read OpenSSL says that it is not there.
        let isReadable = flags & UInt32(EXFLAG_INVALID) == 0
        var strength: Int32 = 0
        let isKnown = X509_get_signature_info(certificate, nil, nil, &strength, nil) == 1
        let isSelfSigned = X509_self_signed(certificate, 0) == 1
        return CertificateTraits(
            isReadable: isReadable,
            usages: isReadable
                ? CertificateUsage.allCases.filter { permits($0, certificate, named) } : [],
            namesUsages: hasUsages && named != everyUsage,
            // 0 is none, 1 one by its basic constraints, and more one of an older kind.
            authority: isReadable
                ? [0: .no, 1: .yes][X509_check_ca(certificate)] ?? .unclear : .unclear,
            keyStrength: X509_get0_pubkey(certificate).map { Int(EVP_PKEY_get_security_bits($0)) },
            // Nobody relies on the signature of one that vouches for itself.
            signatureStrength: isSelfSigned ? .none : isKnown ? .some(Int(strength)) : .some(0))
    }

    private static func permits(
        _ usage: CertificateUsage, _ certificate: OpaquePointer, _ named: UInt32
    ) -> Bool {
        switch usage {
        case .clientAuthentication, .serverAuthentication, .emailProtection:
            return X509_check_purpose(certificate, purpose(of: usage), 0) == 1
        case .codeSigning:
            let keyUsage = X509_get_key_usage(certificate)
            return named & UInt32(XKU_CODE_SIGN) != 0
                && keyUsage & UInt32(KU_DIGITAL_SIGNATURE) != 0
        }
    }

    /// The number by which OpenSSL verifies a chain for a usage.
    static func purpose(of usage: CertificateUsage) -> Int32 {
        switch usage {
        case .clientAuthentication: return X509_PURPOSE_SSL_CLIENT
        case .serverAuthentication: return X509_PURPOSE_SSL_SERVER
        case .emailProtection: return X509_PURPOSE_SMIME_SIGN
        case .codeSigning: return X509_PURPOSE_ANY
        }
    }
}
