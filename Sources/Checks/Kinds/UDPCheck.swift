package import CanonicalJSON
import Characters
import Fields
import Glibc
import LocatedYAML
package import Rollout

/// Whether a server answers a datagram as it should.
package struct UDPCheck: Check {
    package let endpoint: Endpoint
    package let datagram: [UInt8]
    /// What the reply must be like; nil for any reply.
    package let expected: TextExpectation?

    package init(_ endpoint: Endpoint, send datagram: [UInt8], expect: TextExpectation? = nil) {
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

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let (target, port) = (endpoint.target, endpoint.target.port ?? endpoint.port)
        let (datagram, limit) = (datagram, environment.timeout)
        return await CheckThreads.run(limit) { deadline in
            let stopwatch = Stopwatch()
            let lookup = NameLookup.addresses(of: target.host, deadline: deadline)
            let resolve = stopwatch.milliseconds
            func report(
                _ attempts: [DialReport.Attempt], _ failure: DialFailure?
            ) -> ConnectionReport {
                let dial = DialReport(
                    host: target.host, port: port, resolveMilliseconds: resolve,
                    attempts: attempts, failure: failure)
                // A datagram is not accepted by anyone, so that silence says less than with TCP.
                let isSilent = failure == .timedOut
                return ConnectionReport(
                    dial: dial, limit: limit, failure: isSilent ? .noReply : nil)
            }
            switch lookup {
            case .failure(let failure): return Observation(report([], DialFailure(failure)))
            case .success(let found):
                var round = DatagramRound(found.compactMap { DialAddress($0, port: port) })
                let reply = round.run(datagram, deadline)
                let failure =
                    reply == nil ? Dialer.failure(of: round.attempts, deadline) : nil
                return Observation(
                    report(round.attempts, failure),
                    reply: reply.map { CapturedText($0, limit: DatagramRound.limit) })
            }
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

    package func judge(_ observation: Observation, at instant: Instant) -> Judgement {
        let words = "a reply from \(subject)"
        if let failed = observation.report.failed(expecting: words) { return failed }
        guard let reply = observation.reply else { return Judgement(.nothingObserved) }
        let findings = expected?.findings(of: reply, named: "the reply", isQuoted: true) ?? []
        return Judgement([Finding(words, actual: words, .met)] + findings)
    }
}

/// One datagram to each address of a host, and the first reply to any of them.
private struct DatagramRound {
    /// No datagram is longer.
    static let limit = 65_535

    private(set) var attempts: [DialReport.Attempt]
    private var waiting: [(index: Int, socket: DialSocket)] = []
    private let addresses: [DialAddress]
    private let stopwatch = Stopwatch()

    init(_ addresses: [DialAddress]) {
        self.addresses = addresses
        attempts = addresses.map { DialReport.Attempt(address: $0.text, result: .untried) }
    }

    /// Sends and waits; nil where no reply came before the deadline.
    mutating func run(_ datagram: [UInt8], _ deadline: Deadline) -> [UInt8]? {
        for index in addresses.indices { send(datagram, to: index) }
        while !waiting.isEmpty, !deadline.isOver {
            if let reply = receive(within: deadline.slice) { return reply }
        }
        return nil
    }

    private mutating func send(_ datagram: [UInt8], to index: Int) {
        guard let socket = DialSocket(family: addresses[index].family, isDatagram: true) else {
            return note(index, .failed(errno))
        }
        // Connected, the socket takes replies of this address alone, and hears of a closed port.
        var error = addresses[index].connect(socket.descriptor)
        if error == 0 { error = socket.connectionError }
        if error == 0, Glibc.send(socket.descriptor, datagram, datagram.count, 0) < 0 {
            error = errno
        }
        guard error == 0 else { return note(index, .failed(error)) }
        note(index, .unanswered)
        waiting.append((index, socket))
    }

    private mutating func receive(within milliseconds: Int32) -> [UInt8]? {
        var entries = waiting.map {
            pollfd(fd: $0.socket.descriptor, events: Int16(POLLIN), revents: 0)
        }
        guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return nil }
        for (entry, (index, socket)) in zip(entries, waiting) where entry.revents != 0 {
            var buffer = [UInt8](repeating: 0, count: Self.limit)
            let count = recv(socket.descriptor, &buffer, buffer.count, 0)
            if count >= 0 {
                note(index, .connected)
                return Array(buffer[..<count])
            }
            guard errno != EAGAIN, errno != EINTR else { continue }
            note(index, .failed(errno))
            waiting.removeAll { $0.index == index }
        }
        return nil
    }

    private mutating func note(_ index: Int, _ result: DialReport.Attempt.Result) {
        attempts[index] = .init(
            address: addresses[index].text, result: result, milliseconds: stopwatch.milliseconds)
    }
}

extension CheckKind {
    package static let udp = CheckKind("udp", "Whether a server answers a datagram as expected.") {
        options in
        let endpoint = options.endpoint("The name or address to send to.")
        let datagram = options.required(
            "send", .datagram, "The datagram: a text, or its bytes as `hex`.")
        let expected = options.optional(
            "expect", TextExpectation.type, without: "any reply",
            "A text that the reply must contain, or more about it.")
        return options.make(endpoint, datagram) { UDPCheck($0, send: $1, expect: expected) }
    }
}

extension ValueType where Value == [UInt8] {
    /// A text, or bytes as hexadecimal digits.
    fileprivate static var datagram: ValueType {
        let hex = ValueType.scalar(
            "bytes as pairs of hexadecimal digits, at most 65507",
            schema: ["type": ["string", "number"], "pattern": "^([0-9a-fA-F]{2})+$"]
        ) { text in
            Hexadecimal.bytes(text.lowercased()).flatMap { fitting($0) }
        }
        return .shorthand(
            .scalar(
                "a text of at most 65507 bytes",
                schema: ["type": ["string", "number", "boolean"], "minLength": 1]
            ) { fitting(Array($0.utf8)) },
            or: .options("bytes to send") { options in
                let bytes = options.required("hex", hex, "The bytes, two digits each.")
                return options.make(bytes) { $0 }
            })
    }

    /// The bytes where they fit into a datagram (RFC 768 over RFC 791).
    private static func fitting(_ bytes: [UInt8]) -> [UInt8]? {
        (1...65_507).contains(bytes.count) ? bytes : nil
    }
}
