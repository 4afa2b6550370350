import CLibSSL

/// Reads files of certificates: PEM, DER or PKCS#12, told by their content.
enum OpenSSLCertificateReader {
    /// How the content is written.
    enum Format: String {
        case pem = "PEM"
        case der = "DER"
        case pkcs12 = "PKCS#12"
    }

    /// What is in a file, with its format.
    static func read(
        _ bytes: [UInt8], password: String?
    ) -> (format: Format?, content: CredentialReading<OpenSSLCertificates>) {
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        guard !bytes.isEmpty else { return (nil, .other("an empty file")) }
        if let text = OpenSSLPEM(bytes) { return (.pem, pem(text)) }
        if let certificate = certificate(bytes) {
            return (.der, .read(OpenSSLCertificates([certificate])))
        }
        if let content = OpenSSLPKCS12.read(bytes, password) {
            guard case .read(let certificates) = content, certificates.items.isEmpty else {
                return (.pkcs12, content)
            }
            return (.pkcs12, .other("a file of PKCS#12 without a certificate"))
        }
        switch OpenSSLKeyReader.der(bytes, OpenSSLPassword(nil)) {
        case .read, .locked: return (.der, .other("a private key"))
        case .other: return (nil, .other("something that is no certificate"))
        }
    }

    private static func pem(_ text: OpenSSLPEM) -> CredentialReading<OpenSSLCertificates> {
        if let fault = text.fault {
            return .other("a text in PEM form that cannot be read to its end (\(fault))")
        }
        let blocks = text.blocks.filter { OpenSSLPEM.words($0.label) == "a certificate" }
        guard !blocks.isEmpty else {
            return .other(OpenSSLPEM.words(text.blocks.first?.label ?? ""))
        }
        let items = blocks.map { certificate($0.bytes, hasTrust: $0.label.hasPrefix("TRUSTED")) }
        let whole = OpenSSLCertificates(items.compactMap { $0 })
        if let place = items.firstIndex(of: nil) {
            return .other("a certificate that cannot be read, number \(place + 1) of the file")
        }
        return .read(whole)
    }

    private static func certificate(_ bytes: [UInt8], hasTrust: Bool = false) -> OpaquePointer? {
        OpenSSLDER.whole(
            bytes, { hasTrust ? d2i_X509_AUX(nil, &$0, $1) : d2i_X509(nil, &$0, $1) },
            free: X509_free)
    }
}
