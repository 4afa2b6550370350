import CLibSSL

/// The blocks of a text in PEM form (RFC 7468).
struct OpenSSLPEM {
    /// One block.
    struct Block {
        /// Such as `CERTIFICATE`.
        let label: String
        let bytes: [UInt8]
    }

    private(set) var blocks: [Block] = []
    /// What is wrong with it; nil where every block that begins can be read.
    private(set) var fault: String?

    /// Nil where no block begins anywhere.
    init?(_ bytes: [UInt8]) {
        let begun = Self.count(of: Array("-----BEGIN ".utf8), in: bytes)
        guard begun > 0 else { return nil }
        OpenSSLErrors.clear()
        defer { OpenSSLErrors.clear() }
        bytes.withUnsafeBytes { buffer in
            guard let bio = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else { return }
            defer { BIO_free(bio) }
            while let block = Self.next(bio) { blocks.append(block) }
        }
        // What does not begin a line, or lacks its end, is passed over without a word.
        let ended = Self.count(of: Array("-----END ".utf8), in: bytes)
        guard blocks.count < begun || begun < ended else { return }
        let error = OpenSSLErrors.take()
        var reason = "a block is cut, has no beginning, or does not begin a line"
        if case .other(_, let code, let text) = error, code != PEM_R_NO_START_LINE { reason = text }
        fault = reason
    }

    private static func next(_ bio: OpaquePointer) -> Block? {
        var name: UnsafeMutablePointer<CChar>?
        var header: UnsafeMutablePointer<CChar>?
        var data: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard PEM_read_bio(bio, &name, &header, &data, &length) == 1 else { return nil }
        defer {
            clibssl_free(name)
            clibssl_free(header)
            clibssl_free(data)
        }
        guard let name, let data else { return nil }
        return Block(
            label: String(cString: name),
            bytes: Array(UnsafeBufferPointer(start: data, count: max(0, length))))
    }

    private static func count(of mark: [UInt8], in bytes: [UInt8]) -> Int {
        var (count, place) = (0, 0)
        while place + mark.count <= bytes.count {
            let isThere = bytes[place] == mark[0] && bytes[place...].starts(with: mark)
            count += isThere ? 1 : 0
            place += isThere ? mark.count : 1
        }
        return count
    }

    /// What a block is, with the article.
    static func words(_ label: String) -> String {
        switch label {
        case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE": return "a certificate"
        case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST": return "a certificate request"
        case "PUBLIC KEY", "RSA PUBLIC KEY": return "a public key"
        case "X509 CRL": return "a list of revoked certificates"
        case "PKCS7", "PKCS #7 SIGNED DATA", "CMS": return "a bundle of PKCS#7"
        case _ where label.hasSuffix("PRIVATE KEY"): return "a private key"
        default: return "a block of PEM that is no certificate and no key"
        }
    }
}
