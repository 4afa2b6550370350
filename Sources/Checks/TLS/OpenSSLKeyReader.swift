import CLibSSL

/// Reads files of private keys: PEM, DER or PKCS#12, told by their content.
enum OpenSSLKeyReader {
    static func read(_ bytes: [UInt8], password: String?) -> CredentialReading<OpenSSLKey> {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        guard !bytes.isEmpty else { return .other("an empty file") }
        let answer = OpenSSLPassword(password)
        if let text = OpenSSLPEM(bytes) { return pem(bytes, text, answer) }
        switch OpenSSLPKCS12.read(bytes, password) {
        case .read(let certificates)?:
            return certificates.key.map { .read($0) }
                ?? .other("a file of PKCS#12 without a private key")
        case .locked(let lock)?: return .locked(lock)
        case .other(let words)?: return .other(words)
        case nil: break
        }
        let content = der(bytes, answer)
        guard case .other = content,
            let certificate = OpenSSLDER.whole(bytes, { d2i_X509(nil, &$0, $1) }, free: X509_free)
        else { return content }
        X509_free(certificate)
        return .other("a certificate")
    }

    private static func pem(
        _ bytes: [UInt8], _ text: OpenSSLPEM, _ password: OpenSSLPassword
    ) -> CredentialReading<OpenSSLKey> {
        if let fault = text.fault {
            return .other("a text in PEM form that cannot be read to its end (\(fault))")
        }
        guard text.blocks.contains(where: { OpenSSLPEM.words($0.label) == "a private key" }) else {
            return .other(OpenSSLPEM.words(text.blocks.first?.label ?? ""))
        }
        OpenSSLErrors.clear()
        let key = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else {
                return nil
            }
            defer { BIO_free(bio) }
            return PEM_read_bio_PrivateKey(
                bio, nil, { OpenSSLPassword.answer($0, $1, $2, $3) }, password.place)
        }
        return outcome(key, password)
    }

    /// What a key in DER form is, encrypted or not.
    static func der(
        _ bytes: [UInt8], _ password: OpenSSLPassword
    ) -> CredentialReading<OpenSSLKey> {
        OpenSSLErrors.clear()
        let encrypted = bytes.withUnsafeBytes { buffer -> OpaquePointer? in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else {
                return nil
            }
            defer { BIO_free(bio) }
            return d2i_PKCS8PrivateKey_bio(
                bio, nil, { OpenSSLPassword.answer($0, $1, $2, $3) }, password.place)
        }
        if encrypted != nil || password.wasAsked { return outcome(encrypted, password) }
        OpenSSLErrors.clear()
        let plain = OpenSSLDER.whole(
            bytes, { d2i_AutoPrivateKey(nil, &$0, $1) }, free: EVP_PKEY_free)
        return outcome(plain, password)
    }

    private static func outcome(
        _ key: OpaquePointer?, _ password: OpenSSLPassword
    ) -> CredentialReading<OpenSSLKey> {
        if let key { return .read(OpenSSLKey(key)) }
        return password.lock().map { .locked($0) } ?? .other("something that is no private key")
    }
}
