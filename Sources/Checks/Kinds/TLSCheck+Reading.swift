import CanonicalJSON
import Fields
import LocatedYAML

extension CheckKind {
    package static let tls = CheckKind(
        "tls", "Whether a server offers TLS as expected: version, certificates and their issuer.",
        sharing: KindFacts.connection + KindFacts.tls,
        facts: [
            "host": "The host.", "port": "The port.",
            "server-name": "The name that was sent and looked for.",
            "authorities": "`system`, or the file of the authorities.",
        ],
        example: """
            - tls:
                host: outlook-cba.office365.com
                minimum-version: 1.3
                issuer: DigiCert Inc
                client-certificate: requested
                expires: {warn: 30d, fail: 7d}
            - tls: {host: www.example.com, stapled: good}
            - tls: {host: mail.example.com, starttls: smtp, refuses: [1.0, 1.1], key-bits: {minimum: 256}}
            """
    ) { options in
        let endpoint = options.endpoint(
            port: 443,
            "The name of the server: dialled, sent as SNI and looked for in its certificate.")
        let startTLS: StartTLS? = options.optional(
            "starttls", .choice, without: "TLS begins at once",
            "The protocol that is spoken until TLS may begin; it also says which port is usual.")
        var expected = options.tls(host: endpoint?.host)
        expected.stapled = options.optional(
            "stapled", .choice, without: "it is not asked for",
            "`present`: the server staples an answer that says whether its certificate was revoked,"
                + " and it was not; `good`: the answer says that it is good.")
        let wanted = expected
        let refused =
            options.optional(
                "refuses", .oneOrMany(.tlsOffer),
                "Old versions and cipher suites that the server must not accept; each is tried on a connection of its own."
            ) ?? []
        return options.make(endpoint) { endpoint in
            let usual = options.has("port") ? nil : startTLS?.port
            let place = Endpoint(
                host: endpoint.host, port: usual ?? endpoint.port, connectTo: endpoint.connectTo)
            var check = TLSCheck(place, wanted)
            (check.startTLS, check.refused) = (startTLS, refused)
            return check
        }
    }
}
