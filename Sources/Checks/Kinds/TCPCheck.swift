package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether a TCP connection to a host can be made.
package struct TCPCheck: Check {
    package let endpoint: Endpoint

    package init(_ endpoint: Endpoint) {
        self.endpoint = endpoint
    }

    package var subject: String { endpoint.description }

    package var reach: String { "connects to \(endpoint.reach)" }

    package func observe(_ environment: CheckEnvironment) async -> ConnectionReport {
        await ConnectionPlan(endpoint).run(in: environment) { _ in }.report
    }

    package func facts(of report: ConnectionReport) -> [String: JSONValue] {
        report.facts.merging(endpoint.facts) { _, own in own }
    }

    package func judge(
        _ report: ConnectionReport, at instant: Instant, until _: Deadline
    ) -> Judgement {
        let expected = "a TCP connection to \(subject)"
        if let failed = report.failed(expecting: expected) { return failed }
        guard report.dial.connection != nil else { return Judgement(.nothingObserved) }
        // Which of several addresses it was may differ from run to run; the facts have it.
        return Judgement([Finding(expected, actual: "connected to \(report.dial.place)", .met)])
    }
}

extension CheckKind {
    package static let tcp = CheckKind(
        "tcp", "Whether a TCP connection to a host can be made.",
        facts: [
            "failure": "Why no connection was made, where none was.",
            "addresses": "Each address that was tried: `address`, `result`, `ms`.",
            "address": "The address that answered.",
            "resolve-ms": "How long the lookup of the name took.",
            "connect-ms": "How long the connection, or the wait for the reply, took.",
            "host": "The host.", "port": "The port.", "connect-to": "What was dialled instead.",
        ],
        example: """
            - tcp: {host: gateway.example.com, port: 443}
            - tcp: {host: gateway.example.com, port: 443, connect-to: "192.0.2.7:8443", timeout: 3s}
            """
    ) { options in
        let endpoint = options.endpoint("The name or address to connect to.")
        return options.make(endpoint) { TCPCheck($0) }
    }
}
