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
        "tls", "Whether a server offers TLS as expected: version, certificates and their issuer."
    ) { options in
        let endpoint = options.endpoint(
            port: 443,
            "The name of the server: dialled, sent as SNI and looked for in its certificate.")
        let expected = options.tls(host: endpoint?.host)
        return options.make(endpoint) { TLSCheck($0, expected) }
    }
}
