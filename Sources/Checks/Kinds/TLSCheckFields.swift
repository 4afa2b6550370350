import CanonicalJSON
import Fields
import LocatedYAML
import Rollout

/// The options of a `tls` check.
enum TLSCheckFields {
    private static let host = Field(
        "host", .dialHost, .required,
        "The name of the server: dialled, sent as SNI and looked for in its certificate.")
    private static let port = Field(
        "port", .integer(1...65_535), .defaults("443"), "The port to connect to.")
    private static let connectTo = Field(
        "connect-to", .dialTarget, .optional,
        "The name or address that is dialled instead of `host`, with `:PORT` for another port."
    )
    private static let serverName = Field(
        "server-name", .dialHost, .defaults("host"),
        "The name that is sent as SNI and looked for in the certificate.")
    private static let minimumVersion = Field(
        "minimum-version", ValueType<TLSVersion>.tlsVersion, .defaults("1.2"),
        "The oldest version that is good enough; older ones are offered too, to see what is spoken."
    )
    private static let maximumVersion = Field(
        "maximum-version", ValueType<TLSVersion>.tlsVersion, .defaults("1.3"),
        "The newest version that is offered to the server.")
    private static let alpn = Field(
        "alpn", .oneOrMany(alpnName), .optional,
        "The application protocols to offer, such as `h2`; the server must select one of them.")
    private static let authorities = Field<String?>(
        "ca-file", .systemOr(.text), .defaults("system"),
        "A PEM file of the authorities that are trusted, and no others; `system` trusts those of the machine."
    )
    private static let verify = Field(
        "verify", .boolean, .defaults("true"),
        "`false` lets any certificate pass; the report shows the check as unverified.")
    private static let expires = Field(
        "expires", .mapping(ExpiryFields.shape, make: ExpiryFields.read), .optional,
        "How long every certificate of the chain must still be valid.")
    private static let issuer = Field(
        "issuer", .oneOrMany(.text), .optional,
        "The common name or organisation of an issuer on the way to the authority,"
            + " letter for letter; of a list one is enough."
    )
    private static let clientCertificate = Field(
        "client-certificate", clientCertificateType, .optional,
        "`requested`: the server asks for a client certificate; `none`: it does not;"
            + " a certificate with its key: the server accepts this one."
    )
    private static let clientAuthorities = Field(
        "client-authorities", .oneOrMany(.text), .optional,
        "Authorities that the server must name as accepted for client certificates:"
            + " common name, organisation or whole name."
    )
    private static let timeout = Field(
        "timeout", .positiveDuration, .defaults("the checklist's"),
        "How long lookup, connection and handshake may take together.")

    /// In the order in which they are explained.
    static let all = [
        host.description, port.description, connectTo.description, serverName.description,
        minimumVersion.description, maximumVersion.description, alpn.description,
        authorities.description, verify.description, expires.description, issuer.description,
        clientCertificate.description, clientAuthorities.description, timeout.description,
    ]

    private static let alpnName = ValueType<String>.scalar(
        "the name of an application protocol (h2, http/1.1; at most 255 bytes)",
        schema: ["type": ["string", "number", "boolean"], "minLength": 1, "maxLength": 255]
    ) { (1...255).contains($0.utf8.count) ? $0 : nil }

    /// The options as expectations; nil where one is wrong.
    static func read(_ options: MappingReader) -> TLSExpectations? {
        var reader = WholeReader(options: options)
        var expected = TLSExpectations(host: reader.read(host) ?? "")
        expected.port = reader.read(port) ?? expected.port
        expected.connectTo = reader.read(connectTo)
        expected.serverName = reader.read(serverName)
        expected.minimumVersion = reader.read(minimumVersion) ?? expected.minimumVersion
        expected.maximumVersion = reader.read(maximumVersion)
        expected.alpn = reader.read(alpn) ?? []
        expected.authorities = reader.read(authorities) ?? nil
        expected.verify = reader.read(verify) ?? true
        expected.expires = reader.read(expires)
        expected.issuers = reader.read(issuer) ?? []
        expected.clientCertificate = reader.read(clientCertificate)
        expected.clientAuthorities = reader.read(clientAuthorities) ?? []
        expected.timeout = reader.read(timeout)
        let isConsistent = isConsistent(expected, options)
        return reader.isWhole && options.has(host) && isConsistent ? expected : nil
    }

    /// Reads every option, so that each mistake is reported, and remembers whether there was one.
    private struct WholeReader {
        let options: MappingReader
        var isWhole = true

        mutating func read<Value>(_ field: Field<Value>) -> Value? {
            let value = options[field]
            if value == nil, options.has(field) { isWhole = false }
            return value
        }
    }

    private static func isConsistent(
        _ expected: TLSExpectations, _ options: MappingReader
    ) -> Bool {
        var isConsistent = true
        if let maximum = expected.maximumVersion, maximum < expected.minimumVersion {
            options.report(
                "contradiction",
                "nothing newer than \(maximum) is offered, but the oldest that counts is"
                    + " \(expected.minimumVersion)",
                fix: "set minimum-version to \(maximum.rawValue) or older", at: maximumVersion)
            isConsistent = false
        }
        if expected.clientCertificate == TLSExpectations.ClientCertificate.none,
            !expected.clientAuthorities.isEmpty
        {
            options.report(
                "contradiction",
                "a server that asks for no client certificate names no authorities",
                fix: "remove client-authorities", at: clientAuthorities)
            isConsistent = false
        }
        return isConsistent
    }

    private enum ExpiryFields {
        static let warn = Field(
            "warn", .duration, .optional,
            "A certificate that ends within this time is a warning.")
        static let fail = Field(
            "fail", .duration, .defaults("0s"),
            "A certificate that ends within this time does not meet the check.")
        static let shape = Shape("an expiry rule", [warn.description, fail.description])

        static func read(_ options: MappingReader) -> TLSExpectations.Expiry? {
            let warn = options[warn]
            let fail = options[fail] ?? .zero
            if let warn, warn < fail {
                options.report(
                    "contradiction", "the warning would come after the failure",
                    fix: "make warn longer than fail", at: Self.warn)
                return nil
            }
            return TLSExpectations.Expiry(warn: warn, fail: fail)
        }
    }

    private enum IdentityFields {
        static let certificate = Field(
            "certificate", .text, .required, "A PEM file: the certificate and its chain.")
        static let key = Field(
            "key", .text, .required, "A PEM file with the private key, not encrypted.")
        static let shape = Shape(
            "a client certificate", [certificate.description, key.description])

        static func read(_ options: MappingReader) -> TLSPlan.Identity? {
            let certificate = options[certificate]
            let key = options[key]
            guard let certificate, let key else { return nil }
            return TLSPlan.Identity(certificate: certificate, key: key)
        }
    }

    /// A word, or a certificate with its key.
    private static var clientCertificateType: ValueType<TLSExpectations.ClientCertificate> {
        let word = ValueType<String>.choice(of: ["requested", "none"])
        let identity = ValueType<TLSPlan.Identity>.mapping(
            IdentityFields.shape, make: IdentityFields.read)
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
