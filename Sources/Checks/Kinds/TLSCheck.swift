package import Fields
import LocatedYAML
package import Rollout

/// Whether a server offers TLS as it should: version, chain, name, dates, issuer and client
/// certificates.
package struct TLSCheck: Check {
    /// The name and the options of the kind.
    package static let kind = CheckKind(
        "tls",
        "Whether a server offers TLS as expected: version, certificates and their issuer.",
        TLSCheckFields.all)

    /// What the options ask for.
    package let expected: TLSExpectations

    package init(_ expected: TLSExpectations) {
        self.expected = expected
    }

    package init?(_ options: MappingReader) {
        guard let expected = TLSCheckFields.read(options) else { return nil }
        self.init(expected)
    }

    package var timeout: Duration? { expected.timeout }

    package var definition: CheckDefinition {
        CheckDefinition(
            kind: Self.kind.name,
            subject: DialTarget.text(host: expected.host, port: expected.port),
            caution: expected.verify
                ? "" : "the certificate is not verified: neither chain nor name nor dates count")
    }

    package func observe(_ surroundings: Surroundings) async -> TLSObservation {
        let plan = plan(in: surroundings)
        let timeout = surroundings.timeout
        return await BlockingThread.run(timeout) { patience in
            TLSProbe.run(plan, timeout: timeout, patience: patience)
        }
    }

    private func plan(in surroundings: Surroundings) -> TLSPlan {
        TLSPlan(
            target: expected.connectTo ?? DialTarget(host: expected.host), port: expected.port,
            serverName: expected.name, maximumVersion: expected.maximumVersion,
            alpn: expected.alpn, authorities: expected.authorities.map(surroundings.path),
            identity: expected.identity.map {
                TLSPlan.Identity(
                    certificate: surroundings.path($0.certificate), key: surroundings.path($0.key))
            },
            instant: surroundings.clock())
    }
}
