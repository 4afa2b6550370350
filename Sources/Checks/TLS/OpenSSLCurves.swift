import CLibSSL

/// The curves that a client can name below TLS 1.3.
///
/// A server takes a suite only where the curve of its certificate and that of its key are among those
/// that the client names, and OpenSSL by itself names few of them.
package struct OpenSSLCurves: Sendable {
    /// Those that OpenSSL here has, as it takes them.
    package let list: String
    /// Those that it lacks.
    package let missing: [String]

    static let here = OpenSSLCurves(among: names)

    /// The registry of IANA (RFC 8422, RFC 7027), those first that OpenSSL prefers.
    private static let names =
        [
            "x25519", "secp256r1", "x448", "secp521r1", "secp384r1", "secp256k1", "secp224r1",
            "secp224k1", "secp192r1", "secp192k1", "secp160r1", "secp160r2", "secp160k1",
        ]
        + ["brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"]
        + [
            "sect163k1", "sect163r1", "sect163r2", "sect193r1", "sect193r2", "sect233k1",
            "sect233r1", "sect239k1", "sect283k1", "sect283r1", "sect409k1", "sect409r1",
            "sect571k1", "sect571r1",
        ]

    package init(among names: [String]) {
        let context = SSL_CTX_new(TLS_client_method())
        defer { SSL_CTX_free(context) }
        func isThere(_ name: String) -> Bool {
            guard let context else { return false }
            defer { OpenSSLErrors.clear() }
            return clibssl_set_groups(context, name) == 1
        }
        let known = names.filter(isThere)
        list = known.joined(separator: ":")
        missing = names.filter { !known.contains($0) }
    }

    /// Why a refusal of a suite may be one of curves instead; nil where it cannot be.
    package func doubt(about cipher: String) -> String? {
        guard cipher.contains("ECDH"), let first = missing.first else { return nil }
        return "a refusal that may be about curves: OpenSSL here lacks \(first)"
            + (missing.count > 1 ? " and \(missing.count - 1) more" : "")
    }
}
