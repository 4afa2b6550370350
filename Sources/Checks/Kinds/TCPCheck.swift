package import Fields
package import CanonicalJSON
import LocatedYAML
package import Rollout

/// Whether a TCP connection to a host can be made.
package struct TCPCheck: Check {
    private enum Fields {
        static let host = Field("host", .dialHost, .required, "The name or address to connect to.")
        static let port = Field("port", .integer(1...65_535), .required, "The port to connect to.")
        static let connectTo = Field(
            "connect-to", .dialTarget, .optional,
            "The name or address that is dialled instead of `host`.")
        static let timeout = Field(
            "timeout", .positiveDuration, .defaults("the checklist's"),
            "How long the lookup and the connection may take together.")
    }

    /// The name and the options of the kind.
    package static let kind = CheckKind(
        "tcp", "Whether a TCP connection to a host can be made.",
        [
            Fields.host.description, Fields.port.description, Fields.connectTo.description,
            Fields.timeout.description,
        ])

    /// The name or address to connect to.
    package let host: String
    /// The port, unless `connect-to` names another.
    package let port: Int
    /// What is dialled instead of the host; nil for the host.
    package let connectTo: DialTarget?
    /// Nil for the default of the checklist.
    package let timeout: Duration?

    package init(host: String, port: Int, connectTo: DialTarget? = nil, timeout: Duration? = nil) {
        self.host = host
        self.port = port
        self.connectTo = connectTo
        self.timeout = timeout
    }

    package init?(_ options: MappingReader) {
        let host = options[Fields.host]
        let port = options[Fields.port]
        let connectTo = options[Fields.connectTo]
        let timeout = options[Fields.timeout]
        // An option that is there but wrong must not be taken for one that is absent.
        guard let host, let port, (connectTo != nil) == options.has(Fields.connectTo),
            (timeout != nil) == options.has(Fields.timeout)
        else { return nil }
        self.init(host: host, port: port, connectTo: connectTo, timeout: timeout)
    }

    package var definition: CheckDefinition {
        CheckDefinition(kind: Self.kind.name, subject: DialTarget.text(host: host, port: port))
    }

    /// What came of dialling, and how long that was allowed to take.
    package struct Observation: Hashable, Sendable {
        package let dial: DialReport
        package let timeout: Duration

        package init(dial: DialReport, timeout: Duration) {
            self.dial = dial
            self.timeout = timeout
        }
    }

    package func observe(_ surroundings: Surroundings) async -> Observation {
        let target = connectTo ?? DialTarget(host: host)
        let dial = await BlockingThread.run(surroundings.timeout) { patience in
            Dialer.dial(target, port: port, patience: patience).report
        }
        return Observation(dial: dial, timeout: surroundings.timeout)
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts = observation.dial.facts
        facts["host"] = .string(host)
        facts["port"] = .integer(Int64(port))
        if let connectTo { facts["connect-to"] = .string("\(connectTo)") }
        return facts
    }

    package func judge(_ observation: Observation, at instant: Instant) -> Judgement {
        let dial = observation.dial
        let expected = "a TCP connection to \(definition.subject)"
        guard let failure = dial.failure else {
            guard let connection = dial.connection else {
                return .undetermined("No address was tried, so that nothing was found out.")
            }
            let actual =
                "connected to \(DialTarget.text(host: connection.address, port: dial.port))"
            return .findings(
                [Expectation(expected, actual: actual, met: true, otherwise: "")],
                met: "\(dial.reached) accepted the connection in \(connection.milliseconds) ms.")
        }
        let reason = failure.sentence(
            host: dial.host, place: dial.place, timeout: observation.timeout)
        let finding = Expectation(expected, actual: failure.name, met: false, otherwise: reason)
        return failure.isAnswer
            ? .findings([finding], met: "")
            : .undetermined(reason, findings: [finding.finding])
    }
}
