package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether something on this machine waits at a port.
package struct PortCheck: Check {
    /// What the sockets are held against.
    package struct Expected: Hashable, Sendable {
        /// Where nothing must wait there, nothing else is compared.
        package var listening = true
        /// Of the addresses that are answered at.
        package var address: ValueExpectation?
        /// Of the names of the processes that hold the sockets.
        package var process: ValueExpectation?

        package init() {}
    }

    /// What was seen.
    package struct Observation: Hashable, Sendable {
        /// Those at the port alone.
        package let sockets: [ListeningSocket]
        /// The names of the processes that hold them, as far as they were found.
        package let processes: [String]
        /// There may be others that this account may not see.
        package let hidesProcesses: Bool
        /// What kept the table from being read; nil where nothing did.
        package let obstacle: Obstacle?

        package init(
            _ sockets: [ListeningSocket], processes: [String] = [], hidesProcesses: Bool = true,
            obstacle: Obstacle? = nil
        ) {
            self.sockets = sockets
            self.processes = processes
            self.hidesProcesses = hidesProcesses
            self.obstacle = obstacle
        }

        /// The addresses that are answered at, each once.
        var addresses: [String] { Set(sockets.flatMap(\.addresses)).sorted() }
    }

    package let port: Int
    package let kind: ListeningSocket.Kind
    package let expected: Expected

    package init(
        _ port: Int, _ kind: ListeningSocket.Kind = .tcp, expected: Expected = Expected()
    ) {
        self.port = port
        self.kind = kind
        self.expected = expected
    }

    package var subject: String { "\(kind.rawValue) \(port)" }
    package var reach: String { "asks this machine for its \(kind.rawValue) sockets" }

    package func observe(_ environment: CheckEnvironment) async -> Observation {
        let (kind, port) = (kind, port)
        return await CheckThreads.run(environment.timeout) { deadline in
            do throws(SocketTable.Failure) {
                let sockets = try SocketTable.listening(kind, port: port, deadline)
                let owners = SocketOwners.of(sockets, deadline)
                return Observation(
                    sockets, processes: owners.names, hidesProcesses: !owners.isComplete)
            } catch {
                return Observation(
                    [],
                    obstacle: Obstacle(.hostUnseen, ["what": "sockets", "detail": error.reason]))
            }
        }
    }

    package func facts(of observation: Observation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "port": .integer(Int64(port)), "protocol": .string(kind.rawValue),
        ]
        guard observation.obstacle == nil else { return facts }
        facts["addresses"] = .array(observation.addresses.map { .string($0) })
        facts["users"] = .array(
            Set(observation.sockets.map(\.userID)).sorted().map { .integer(Int64($0)) })
        facts["processes"] = .array(observation.processes.map { .string($0) })
        facts["processes-whole"] = .boolean(!observation.hidesProcesses)
        return facts
    }

    package func seen(in observation: Observation) -> [String: TypedValue] {
        guard observation.obstacle == nil else { return [:] }
        guard !observation.sockets.isEmpty else { return ["listening": .boolean(false)] }
        return ["address": .object(JSONObject(["equals": .texts(observation.addresses)]))]
    }

    package func judge(
        _ observation: Observation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        if let obstacle = observation.obstacle { return Judgement([], obstacle: obstacle) }
        let addresses = observation.addresses
        let there = "a listener at \(kind.rawValue) port \(port)"
        let actual =
            addresses.isEmpty
            ? "no \(there.dropFirst(2))" : "\(there) on \(addresses.joined(separator: ", "))"
        var findings = [
            Finding(
                expected.listening ? there : "no \(there.dropFirst(2))", actual: actual,
                met: addresses.isEmpty != expected.listening)
        ]
        guard !addresses.isEmpty else { return Judgement(findings) }
        findings +=
            expected.address?.findings(
                of: .texts(addresses), named: "the addresses", until: deadline) ?? []
        if let wanted = expected.process {
            findings += wanted.terms.flatMap { term in
                let found = ValueExpectation([term]).findings(
                    of: .texts(observation.processes), named: "the processes", until: deadline)
                return observation.hidesProcesses ? found.map { Self.doubted($0, term) } : found
            }
        }
        return Judgement(findings)
    }

    /// What a finding says where there may be more processes: one that is there is there, whatever
    /// the others are, and everything else is not known.
    private static func doubted(_ finding: Finding, _ term: ExpectationTerm) -> Finding {
        switch (term, finding.standing) {
        case (.contains, .met), (.any, .met), (.lacks, .unmet), (.none, .unmet): return finding
        default:
            return Finding(
                finding.expected,
                actual: "\(finding.actual), and processes that this account may not see", .unknown)
        }
    }
}

extension CheckKind {
    package static let port = CheckKind(
        "port",
        "Whether something on this machine waits at a port, on which addresses and by whom.",
        facts: [
            "port": "The port.", "protocol": "`tcp` or `udp`.",
            "addresses": "The addresses that are answered at; `0.0.0.0` and `::` are all.",
            "users": "The numbers of the users that the sockets belong to.",
            "processes":
                "The names of the processes that hold the sockets, as far as they are seen.",
            "processes-whole": "Whether no other process may hold them.",
        ],
        example: """
            - port: {port: 443, address: {contains: 0.0.0.0}, process: {equals: nginx}}
            - port: {port: 5432, address: {all: {within: [127.0.0.0/8, "::1"]}}}
            - port: {port: 23, listening: false}
            - port: {port: 53, protocol: udp}
            """
    ) { options in
        let port = options.required("port", .integer(1...65_535), "The number of the port.")
        let kind: ListeningSocket.Kind = options.optional(
            "protocol", .choice, default: .tcp, "tcp", "What is spoken at it.")
        var expected = PortCheck.Expected()
        expected.listening = options.optional(
            "listening", .boolean, default: true, "true", "Whether something must wait there.")
        expected.address = options.optional(
            "address", .expectation(of: .list(.address)), "The addresses that it waits on.")
        expected.process = options.optional(
            "process", .expectation(of: .list(.text)),
            "The names of the processes; those of other users are seen by root only.")
        options.refuse(
            where: !expected.listening && (options.has("address") || options.has("process")),
            "a port where nothing waits has nothing to compare",
            fix: "remove listening: false, or the other options", at: "listening")
        let read = expected
        return options.make(port) { PortCheck($0, kind, expected: read) }
    }
}
