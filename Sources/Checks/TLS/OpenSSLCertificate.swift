import CLibSSL
import Characters
import Glibc
import Rollout

/// Reads what certificates say.
package enum OpenSSLCertificate {
    /// The names of a stack of names; the stack stays the caller's.
    static func names(_ stack: OpaquePointer?, limit: Int) -> [TLSCertificate.Name] {
        items(stack).prefix(limit).map(name)
    }

    /// The pointers of a stack.
    static func items(_ stack: OpaquePointer?) -> [OpaquePointer] {
        guard let stack else { return [] }
        return (0..<max(0, OPENSSL_sk_num(stack))).compactMap {
            OPENSSL_sk_value(stack, $0).map(OpaquePointer.init)
        }
    }

    /// What a certificate says in its encoding; nil where the bytes are none.
    package static func read(encoded bytes: [UInt8]) -> TLSCertificate? {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        return bytes.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let certificate = d2i_X509(nil, &start, buffer.count) else { return nil }
            defer { X509_free(certificate) }
            return digest(of: certificate).map { read(certificate, sha256: $0.hex) }
        }
    }

    /// What a certificate says that has this digest.
    static func read(_ certificate: OpaquePointer, sha256: String) -> TLSCertificate {
        let (keyType, keyBits) = key(of: certificate)
        return TLSCertificate(
            subject: name(X509_get_subject_name(certificate)),
            issuer: name(X509_get_issuer_name(certificate)),
            names: alternativeNames(of: certificate),
            notBefore: instant(X509_get0_notBefore(certificate)),
            notAfter: instant(X509_get0_notAfter(certificate)),
            serial: serial(of: certificate), sha256: sha256, keyType: keyType,
            keyBits: keyBits, keySHA256: keyDigest(of: certificate),
            signature: longName(X509_get_signature_nid(certificate)))
    }

    /// A subject or issuer.
    static func name(_ name: OpaquePointer?) -> TLSCertificate.Name {
        guard let name, let bio = BIO_new(BIO_s_mem()) else { return TLSCertificate.Name(text: "") }
        defer { BIO_free(bio) }
        var text: [UInt8] = []
        if clibssl_print_name(bio, name) >= 0 {
            text = [UInt8](repeating: 0, count: 4096)
            text.removeLast(text.count - Int(max(0, BIO_read(bio, &text, Int32(text.count)))))
        }
        return TLSCertificate.Name(
            text: ForeignText.clean(text), commonNames: parts(of: name, NID_commonName),
            organisations: parts(of: name, NID_organizationName))
    }

    private static func parts(of name: OpaquePointer, _ kind: Int32) -> [String] {
        var parts: [String] = []
        var position: Int32 = -1
        while parts.count < 16 {
            position = X509_NAME_get_index_by_NID(name, kind, position)
            guard position >= 0 else { break }
            let value = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, position))
            var utf8: UnsafeMutablePointer<UInt8>?
            let length = ASN1_STRING_to_UTF8(&utf8, value)
            guard length >= 0, let utf8 else { continue }
            defer { clibssl_free(utf8) }
            parts.append(
                ForeignText.clean(UnsafeBufferPointer(start: utf8, count: Int(length))))
        }
        return parts
    }

    private static func alternativeNames(of certificate: OpaquePointer) -> [String] {
        guard let found = X509_get_ext_d2i(certificate, NID_subject_alt_name, nil, nil) else {
            return []
        }
        let stack = OpaquePointer(found)
        defer { GENERAL_NAMES_free(stack) }
        return items(stack).compactMap {
            alternativeName(UnsafeMutablePointer<GENERAL_NAME>($0).pointee)
        }
    }

    private static func alternativeName(_ name: GENERAL_NAME) -> String? {
        switch name.type {
        case GEN_DNS: return "DNS:" + ForeignText.clean(bytes(name.d.dNSName))
        case GEN_EMAIL: return "email:" + ForeignText.clean(bytes(name.d.rfc822Name))
        case GEN_URI: return "URI:" + ForeignText.clean(bytes(name.d.uniformResourceIdentifier))
        case GEN_IPADD: return "IP:" + address(bytes(name.d.iPAddress))
        default: return nil
        }
    }

    private static func address(_ bytes: [UInt8]) -> String {
        IPAddress(bytes: bytes)?.description ?? Hexadecimal.text(bytes)
    }

    /// The moment of a date; nil where it cannot be read.
    static func instant(_ time: UnsafePointer<ASN1_TIME>?) -> Instant? {
        var parts = tm()
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1,
            let date = CivilDate(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1,
                day: Int(parts.tm_mday)),
            let local = LocalDateTime(
                date: date,
                secondOfDay: Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60
                    + Int(parts.tm_sec))
        else { return nil }
        return Instant(milliseconds: local.secondsAsIfUTC * 1000)
    }

    private static func key(of certificate: OpaquePointer) -> (type: String, bits: Int) {
        guard let key = X509_get0_pubkey(certificate) else { return ("unknown", 0) }
        return describe(key)
    }

    /// The type and the length of a key.
    static func describe(_ key: OpaquePointer) -> (type: String, bits: Int) {
        let bits = Int(EVP_PKEY_get_bits(key))
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_RSA: return ("RSA", bits)
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 64)
            var length = 0
            guard EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1 else {
                return ("EC", bits)
            }
            let bytes = name.prefix(length).map { UInt8(bitPattern: $0) }
            return ("EC \(ForeignText.clean(bytes))", bits)
        case let other: return (OBJ_nid2sn(other).map { String(cString: $0) } ?? "unknown", bits)
        }
    }

    private static func serial(of certificate: OpaquePointer) -> String {
        guard let serial = X509_get0_serialNumber(certificate) else { return "" }
        return Hexadecimal.text(bytes(serial).prefix(64))
    }

    /// The certificate is for a name or an address, by its subject alternative names.
    static func matches(_ certificate: OpaquePointer, _ name: String) -> Bool {
        guard let sent = TLSPlan.sentName(of: name) else {
            return X509_check_ip_asc(certificate, name, 0) == 1
        }
        return X509_check_host(certificate, sent, sent.utf8.count, OpenSSLSession.nameRules, nil)
            == 1
    }

    /// The digest of a certificate; nil where it cannot be encoded.
    static func digest(of certificate: OpaquePointer) -> ContentDigest? {
        var encoded: UnsafeMutablePointer<UInt8>?
        let length = i2d_X509(certificate, &encoded)
        guard length > 0, let encoded else { return nil }
        defer { clibssl_free(encoded) }
        return ContentDigest(of: UnsafeBufferPointer(start: encoded, count: Int(length)))
    }

    /// The digest of the public key with its algorithm; empty where it cannot be encoded.
    private static func keyDigest(of certificate: OpaquePointer) -> String {
        var encoded: UnsafeMutablePointer<UInt8>?
        let length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &encoded)
        guard length > 0, let encoded else { return "" }
        defer { clibssl_free(encoded) }
        return ContentDigest(of: UnsafeBufferPointer(start: encoded, count: Int(length))).hex
    }

    private static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
        guard let string, let data = ASN1_STRING_get0_data(string) else { return [] }
        return Array(
            UnsafeBufferPointer(start: data, count: Int(max(0, ASN1_STRING_length(string)))))
    }

    /// The name of an algorithm.
    static func longName(_ identifier: Int32) -> String {
        OBJ_nid2ln(identifier).map { String(cString: $0) } ?? "unknown"
    }
}
