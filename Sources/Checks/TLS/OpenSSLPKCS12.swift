import CLibSSL

/// Opens files of PKCS#12 (RFC 7292), which hold certificates and keys behind one password.
enum OpenSSLPKCS12 {
    /// More rounds than any program asks for; each password takes so many.
    private static let roundLimit = 10_000_000

    /// What is in it; nil where the bytes are no such file.
    static func read(
        _ bytes: [UInt8], _ password: String?
    ) -> CredentialReading<OpenSSLCertificates>? {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        guard let file = OpenSSLDER.whole(bytes, { d2i_PKCS12(nil, &$0, $1) }) else { return nil }
        defer { PKCS12_free(file) }
        guard PKCS12_mac_present(file) == 1 else {
            return .locked(
                .unusable(
                    "nothing in it says whether a password is the right one; export it anew with a MAC"
                ))
        }
        var rounds: UnsafePointer<ASN1_INTEGER>?
        PKCS12_get0_mac(nil, nil, nil, &rounds, file)
        if let rounds, ASN1_INTEGER_get(rounds) > roundLimit || ASN1_INTEGER_get(rounds) < 0 {
            return .locked(
                .unusable(
                    "it asks for more than \(roundLimit) rounds of its password; export it anew with fewer"
                ))
        }
        // Without a password some programs write none, others an empty one.
        let isOpen =
            password.map { PKCS12_verify_mac(file, $0, Int32($0.utf8.count)) == 1 }
            ?? (PKCS12_verify_mac(file, nil, 0) == 1 || PKCS12_verify_mac(file, "", 0) == 1)
        guard isOpen else {
            return .locked(password == nil ? .passwordMissing : .passwordWrong)
        }
        return parse(file, password)
    }

    private static func parse(
        _ file: OpaquePointer, _ password: String?
    ) -> CredentialReading<OpenSSLCertificates> {
        OpenSSLErrors.clear()
        var (key, own, rest): (OpaquePointer?, OpaquePointer?, OpaquePointer?)
        guard PKCS12_parse(file, password ?? "", &key, &own, &rest) == 1 else {
            return .locked(
                .unusable(
                    "its password is right, but OpenSSL here cannot decrypt it"
                        + " (\(OpenSSLErrors.takeText())); export it anew with AES"))
        }
        defer { OPENSSL_sk_free(rest) }
        let certificates = [own].compactMap { $0 } + OpenSSLCertificate.items(rest)
        return .read(OpenSSLCertificates(certificates, key: key.map(OpenSSLKey.init)))
    }
}
