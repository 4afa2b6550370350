import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether a server offers TLS as it should: version, chain, name, dates, issuer and client
/// certificates.
package struct TLSCheck: Check {
    package let endpoint: Endpoint
    package let expected: TLSExpectations

    package init(_ endpoint: Endpoint, _ expected: TLSExpectations) {
        self.endpoint = endpoint
        self.expected = expected
    }

    package var subject: String { endpoint.description }

    package var cautions: [Caution] {
        expected.certificate.verify ? [] : [.certificateNotVerified]
    }

    package var reach: String { "connects to \(endpoint.reach)" }

    package func observe(_ environment: CheckEnvironment) async -> ConnectionReport {
        await ConnectionPlan(endpoint, tls: TLSPlan(expected, in: environment))
            .run(in: environment) { _ in }.report
    }

    package func judge(
        _ report: ConnectionReport, at instant: Instant, until _: Deadline
    ) -> Judgement {
        TLSSessionFindings(expected, report).judgement
            ?? report.failed(expecting: "a TLS session with \(subject)")
            ?? Judgement(.nothingObserved)
    }
}

extension CheckKind {
    package static let tls = CheckKind(
        "tls", "Whether a server offers TLS as expected: version, certificates and their issuer.",
        facts: [
            "failure": "Why no connection was made, where none was.",
            "addresses": "Each address that was tried: `address`, `result`, `ms`.",
            "address": "The address that answered.",
            "resolve-ms": "How long the lookup of the name took.",
            "connect-ms": "How long the connection, or the wait for the reply, took.",
            "host": "The host.", "port": "The port.", "connect-to": "What was dialled instead.",
            "server-name": "The name that was sent and looked for.",
            "handshake-ms": "How long the handshake took.",
            "handshake": "How the handshake ended.",
            "version": "The version of the protocol.", "cipher": "The cipher, by its IANA name.",
            "group": "The group of the key exchange.",
            "signature": "The algorithm of the server's signature.",
            "alpn": "The application protocol.",
            "secure-renegotiation": "Whether renegotiation is secure.",
            "certificates": "The first 20 certificates as presented.",
            "certificates-count": "How many certificates there were.",
            "verification":
                "Whether the chain is verified, problems, and the path to the authority.",
            "authorities": "`system`, or the file of the authorities.",
            "revocation": "Whether revocation was looked at.",
            "client-certificate-requested": "Whether the server asked for a client certificate.",
            "client-authorities": "The authorities that it accepts client certificates of.",
            "own-certificate": "The client certificate that was sent.",
        ],
        example: """
            - tls:
                host: outlook-cba.office365.com
                minimum-version: 1.3
                issuer: DigiCert Inc
                client-certificate: requested
                expires: {warn: 30d, fail: 7d}
            """
    ) { options in
        let endpoint = options.endpoint(
            port: 443,
            "The name of the server: dialled, sent as SNI and looked for in its certificate.")
        let expected = options.tls(host: endpoint?.host)
        return options.make(endpoint) { TLSCheck($0, expected) }
    }
}
