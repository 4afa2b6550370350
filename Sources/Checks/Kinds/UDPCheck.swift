package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether a server answers a datagram as it should.
package struct UDPCheck: Check {
    package let endpoint: Endpoint
    package let datagram: [UInt8]
    /// What the reply must be like; nil for any reply.
    package let expected: ValueExpectation?

    package init(_ endpoint: Endpoint, send datagram: [UInt8], expect: ValueExpectation? = nil) {
        self.endpoint = endpoint
        self.datagram = datagram
        expected = expect
    }

    package var subject: String { endpoint.description }

    /// What came of asking, and the reply.
    package struct Observation: Hashable, Sendable {
        package let report: ConnectionReport
        /// Nil where none came.
        package let reply: CapturedText?

        package init(_ report: ConnectionReport, reply: CapturedText? = nil) {
            self.report = report
            self.reply = reply
        }
    }

    package var reach: String {
        "sends \(ByteCount.words(Int64(datagram.count))) to \(endpoint.reach)"
    }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let (endpoint, datagram, limit) = (endpoint, datagram, environment.timeout)
        return await CheckThreads.run(limit) { deadline in
            let (dial, reply) = Dialer.lookup(
                endpoint.target, port: endpoint.port, deadline: deadline
            ) { addresses in
                var round = DatagramRound(addresses)
                return (round.run(datagram, deadline), round.attempts)
            }
            // A datagram is not accepted by anyone, so that silence says less than with TCP.
            let failure: ConnectionFailure? = dial.failure == .timedOut ? .noReply : nil
            return Observation(
                ConnectionReport(dial: dial, limit: limit, failure: failure),
                reply: reply.map { CapturedText($0, limit: DatagramRound.limit) })
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts = observation.report.facts.merging(endpoint.facts) { _, own in own }
        facts["sent-bytes"] = .integer(Int64(datagram.count))
        guard let reply = observation.reply else { return facts }
        facts["reply"] = .string(ForeignText.clean(reply.kept, limit: 1000))
        facts["reply-bytes"] = .integer(Int64(reply.total))
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard let text = observation.reply.flatMap(Self.whole) else { return [:] }
        return ["expect": .object(JSONObject(["equals": .text(text)]))]
    }

    package func unsaid(in observation: Observation) -> [String] {
        guard let reply = observation.reply, Self.whole(reply) == nil else { return [] }
        return ["the reply: it is no text in UTF-8"]
    }

    /// The reply as a text; nil where it is none.
    private static func whole(_ reply: CapturedText) -> String? {
        guard !reply.isCut else { return nil }
        return TextEncoding.utf8.utf8(reply.kept, isCut: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        let words = "a reply from \(subject)"
        if let failed = observation.report.failed(expecting: words) { return failed }
        guard let reply = observation.reply else { return Judgement(.nothingObserved) }
        let findings =
            expected?.findings(of: reply, named: "the reply", .bytes, until: deadline) ?? []
        return Judgement([Finding(words, actual: words, .met)] + findings)
    }
}

extension CheckKind {
    package static let udp = CheckKind(
        "udp", "Whether a server answers a datagram as expected.",
        facts: [
            "failure": "Why no connection was made, where none was.",
            "addresses": "Each address that was tried: `address`, `result`, `ms`.",
            "address": "The address that answered.",
            "resolve-ms": "How long the lookup of the name took.",
            "connect-ms": "How long the connection, or the wait for the reply, took.",
            "host": "The host.", "port": "The port.", "connect-to": "What was dialled instead.",
            "sent-bytes": "How many bytes were sent.",
            "reply": "The first 1000 characters of the reply.",
            "reply-bytes": "How many bytes the reply has.",
        ],
        example: """
            - udp: {host: time.example.com, port: 7, send: ping, expect: ping}
            - udp: {host: 192.0.2.7, port: 9, send: {hex: 1b00ff}, retry: {times: 2, delay: 500ms}}
            """
    ) { options in
        let endpoint = options.endpoint("The name or address to send to.")
        let datagram = options.required(
            "send", .datagram, "The datagram: a text, or its bytes as `hex`.")
        let expected = options.optional(
            "expect", .expectation(of: .content), without: "any reply",
            "A text that the reply must contain, or more about it.")
        return options.make(endpoint, datagram) { UDPCheck($0, send: $1, expect: expected) }
    }
}

extension ValueType where Value == [UInt8] {
    /// A text, or bytes as hexadecimal digits.
    fileprivate static var datagram: ValueType {
        .shorthand(
            .scalar(
                "a text of at most 65507 bytes",
                schema: ["type": ["string", "number", "boolean"], "minLength": 1]
            ) { fitting(Array($0.utf8)) },
            or: .options("bytes to send") { options in
                let bytes = options.required("hex", .hexadecimal, "The bytes, two digits each.")
                return options.make(bytes) { $0 }
            })
    }

    /// The bytes where they fit into a datagram (RFC 768 over RFC 791).
    private static func fitting(_ bytes: [UInt8]) -> [UInt8]? {
        (1...65_507).contains(bytes.count) ? bytes : nil
    }
}
