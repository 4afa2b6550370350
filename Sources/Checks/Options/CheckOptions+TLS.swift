import CanonicalJSON
import Characters
import Fields
import LocatedYAML
import Rollout

extension CheckOptions {
    /// The options of every kind that speaks TLS.
    ///
    /// - Parameter host: The name that the certificate is to be for where no other is given; nil
    ///   where it is not known, and then nothing is made of what is read.
    /// - Returns: What the options ask for; only good where the options are whole.
    package func tls(host: String?) -> TLSExpectations {
        let serverName = optional(
            "server-name", .dialHost, without: "host",
            "The name that is sent as SNI and looked for in the certificate.")
        var expected = TLSExpectations(serverName: serverName ?? host ?? "")
        expected.minimumVersion = optional(
            "minimum-version", ValueType<TLSVersion>.tlsVersion, default: .tls12, "1.2",
            "The oldest version that is good enough; older ones are offered too, to see what is spoken."
        )
        expected.maximumVersion = optional(
            "maximum-version", ValueType<TLSVersion>.tlsVersion, without: "1.3",
            "The newest version that is offered to the server.")
        expected.alpn =
            optional(
                "alpn", .oneOrMany(.alpnName),
                "The application protocols to offer, such as `h2`; the server must select one of them."
            ) ?? []
        presented(&expected.certificate)
        expected.clientCertificate = optional(
            "client-certificate", .clientCertificate,
            "`requested`: the server asks for a client certificate; `none`: it does not;"
                + " a certificate with its key: the server accepts this one.")
        expected.clientAuthorities =
            optional(
                "client-authorities", .oneOrMany(.text),
                "Authorities that the server must name as accepted for client certificates:"
                    + " common name, organisation or whole name.") ?? []
        refuseContradictions(expected)
        return expected
    }

    /// The options of every kind that a server presents certificates to.
    func presented(_ expected: inout CertificateExpectations) {
        expected.authorities = optional(
            "ca-file", .systemOr(.text), default: nil, "system",
            "A PEM file of the authorities that are trusted, and no others; `system` trusts those of the machine."
        )
        expected.verify = optional(
            "verify", .boolean, default: true, "true",
            "`false` lets any certificate pass; the report shows the check as unverified.")
        certificate(&expected, own: "the server's own certificate")
    }

    /// The options of every kind that judges certificates; `own` is the one that has the name.
    func certificate(_ expected: inout CertificateExpectations, own: String) {
        expected.expires = optional(
            "expires", .expiry, "How long every certificate of the chain must still be valid.")
        expected.issuers =
            optional(
                "issuer", .oneOrMany(.text),
                "The common name or organisation of an issuer on the way to the authority,"
                    + " letter for letter; of a list one is enough.") ?? []
        expected.publicKeys =
            optional(
                "public-key", .oneOrMany(.publicKey),
                "The SHA-256 of the public key of \(own); of a list one is enough."
            ) ?? []
        expected.keyTypes =
            optional(
                "key-type", .oneOrMany(ValueType<CertificateExpectations.KeyType>.choice),
                "The type of that key; of a list one is enough.") ?? []
        expected.keyBits = optional(
            "key-bits", .expectation(of: .number), "The length of that key in bits.")
    }

    private func refuseContradictions(_ expected: TLSExpectations) {
        if let maximum = expected.maximumVersion {
            refuse(
                where: maximum < expected.minimumVersion,
                "nothing newer than \(maximum) is offered, but the oldest that counts is"
                    + " \(expected.minimumVersion)", code: "contradiction",
                fix: "set minimum-version to \(maximum.rawValue) or older", at: "maximum-version")
        }
        refuse(
            where: expected.clientCertificate == TLSExpectations.ClientCertificate.none
                && !expected.clientAuthorities.isEmpty,
            "a server that asks for no client certificate names no authorities",
            code: "contradiction", fix: "remove client-authorities", at: "client-authorities")
    }
}

extension ValueType where Value == String {
    fileprivate static var alpnName: ValueType {
        scalar(
            "the name of an application protocol (h2, http/1.1; at most 255 bytes)",
            schema: [
                "type": ["string", "number", "boolean"], "minLength": 1, "maxLength": 255,
            ]
        ) { (1...255).contains($0.utf8.count) ? $0 : nil }
    }
}

extension ValueType where Value == CertificateExpectations.Expiry {
    fileprivate static var expiry: ValueType {
        .options("an expiry rule") { options in
            let warn = options.optional(
                "warn", .duration, "A certificate that ends within this time is a warning.")
            let fail = options.optional(
                "fail", .duration, default: .zero, "0s",
                "A certificate that ends within this time does not meet the check.")
            options.refuse(
                where: warn.map { $0 < fail } ?? false,
                "the warning would come after the failure", code: "contradiction",
                fix: "make warn longer than fail", at: "warn")
            return options.make { Value(warn: warn, fail: fail) }
        }
    }
}

extension ValueType where Value == TLSExpectations.ClientCertificate {
    /// A word, or a certificate with its key.
    fileprivate static var clientCertificate: ValueType {
        let word = ValueType<String>.choice(of: ["requested", "none"])
        let identity = ValueType<ClientIdentity>.clientIdentity
        return ValueType(
            words: "requested, none, or a certificate with its key (a mapping)",
            schema: ["anyOf": [word.schema, identity.schema]], shape: identity.shape
        ) { node, context in
            if node.kind == .mapping {
                return identity.read(node, context).map { .accepted($0) }
            }
            return word.read(node, context).map { $0 == "none" ? .none : .requested }
        }
    }
}

extension ValueType where Value == ClientIdentity {
    /// A certificate with its key.
    static var clientIdentity: ValueType {
        .options("a client certificate") { options in
            let certificate = options.required(
                "certificate", .text, "A PEM file: the certificate and its chain.")
            let key = options.required(
                "key", .text, "A PEM file with the private key, not encrypted.")
            return options.make(certificate, key) { ClientIdentity(certificate: $0, key: $1) }
        }
    }
}

extension ValueType where Value == String {
    /// A digest of a public key, as hexadecimal digits.
    fileprivate static var publicKey: ValueType {
        scalar(
            "a SHA-256 of a public key (64 hexadecimal digits, or sha256// with base64)",
            schema: ["type": "string", "pattern": "^([0-9a-fA-F]{64}|sha256//[A-Za-z0-9+/]{43}=)$"]
        ) { text in
            if text.hasPrefix("sha256//") {
                let bytes = Base64.bytes(text.utf8.dropFirst(8))
                return bytes.flatMap { $0.count == 32 ? Hexadecimal.text($0) : nil }
            }
            return ContentDigest("sha256:\(text.lowercased())")?.hex
        }
    }
}
