import CanonicalJSON
import Checks
import Glibc
import Rollout
import Testing

@Suite("The port check")
struct PortCheckTests {
    /// A socket that waits at a port of its own for as long as the body runs.
    private static func listening(
        _ kind: ListeningSocket.Kind = .tcp, v6: Bool = false, v6Only: Bool = false,
        _ body: (Int) async throws -> Void
    ) async throws {
        let type = Int32(kind == .tcp ? SOCK_STREAM.rawValue : SOCK_DGRAM.rawValue)
        let descriptor = socket(v6 ? AF_INET6 : AF_INET, type, 0)
        defer { close(descriptor) }
        var port: UInt16 = 0
        if v6 {
            var only: Int32 = v6Only ? 1 : 0
            setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &only, 4)
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
            withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    #expect(bind(descriptor, $0, length) == 0)
                    getsockname(descriptor, $0, &length)
                }
            }
            port = UInt16(bigEndian: address.sin6_port)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    #expect(bind(descriptor, $0, length) == 0)
                    getsockname(descriptor, $0, &length)
                }
            }
            port = UInt16(bigEndian: address.sin_port)
        }
        if kind == .tcp { #expect(listen(descriptor, 1) == 0) }
        try await body(Int(port))
    }

    @Test("a TCP socket that listens on loopback, with its process")
    func tcp() async throws {
        try await Self.listening { port in
            let met = try await CheckKind.port.outcome(
                "port: \(port), address: {equals: 127.0.0.1}, process: {any: {matches: .}}")
            #expect(met.outcome == .met, "\(met.summary)")
            #expect(met.facts["addresses"] == ["127.0.0.1"])
            let everywhere = try await CheckKind.port.outcome(
                "port: \(port), address: {contains: 0.0.0.0}")
            #expect(everywhere.outcome == .unmet && everywhere.unmet == ["127.0.0.1"])
            let none = try await CheckKind.port.outcome("port: \(port), listening: false")
            #expect(none.outcome == .unmet)
            let other = try await CheckKind.port.outcome("port: \(port), protocol: udp")
            #expect(other.outcome == .unmet)
        }
    }

    @Test("a socket of IPv6 counts for IPv4 only where it takes it", arguments: [true, false])
    func dual(_ v6Only: Bool) async throws {
        try await Self.listening(v6: true, v6Only: v6Only) { port in
            let outcome = try await CheckKind.port.outcome(
                "port: \(port), address: {contains: 0.0.0.0}")
            #expect(outcome.outcome == (v6Only ? .unmet : .met), "\(outcome.summary)")
        }
    }

    @Test("a UDP socket that is bound, but none of TCP")
    func udp() async throws {
        try await Self.listening(.udp) { port in
            let udp = try await CheckKind.port.outcome("port: \(port), protocol: udp")
            #expect(udp.outcome == .met, "\(udp.summary)")
            #expect(try await CheckKind.port.outcome("port: \(port)").outcome == .unmet)
        }
    }

    @Test("a port that nobody waits at is met where nobody may")
    func closed() async throws {
        let port = try LoopbackSocket.freePort()
        #expect(try await CheckKind.port.outcome("port: \(port), listening: false").outcome == .met)
        let wanted = try await CheckKind.port.outcome("port: \(port), process: {contains: x}")
        #expect(wanted.outcome == .unmet && wanted.findings.count == 1)
    }

    @Test("holders that cannot be seen leave the process undetermined")
    func hidden() throws {
        let check = try #require(
            try CheckKind.port.reading("{port: 1, process: {lacks: x}}").check?.check as? PortCheck)
        let address = try #require(IPAddress("127.0.0.1"))
        let seen = PortCheck.Observation([ListeningSocket(address: address, port: 1)])
        #expect(check.judge(seen, at: Instant(milliseconds: 0)).result.outcome == .undetermined)
    }

    @Test(
        "where there may be more processes only one that is there is known",
        arguments: [
            ("contains: good", Finding.Standing.met), ("any: {matches: ^g}", .met),
            ("lacks: evil", .unknown), ("none: {equals: evil}", .unknown),
            ("equals: good", .unknown), ("length: 1", .unknown),
            ("contains: other", .unknown), ("lacks: good", .unmet),
            ("none: {equals: good}", .unmet),
        ])
    func hidden(_ expectation: String, _ wanted: Finding.Standing) throws {
        let read = try CheckKind.port.reading("{port: 1, process: {\(expectation)}}")
        let port = try #require(read.check?.check as? PortCheck)
        let address = try #require(IPAddress("127.0.0.1"))
        let seen = PortCheck.Observation(
            [ListeningSocket(address: address, port: 1)], processes: ["good"], hidesProcesses: true)
        let judgement = port.judge(
            seen, at: Instant(milliseconds: 0), until: Deadline(.seconds(5)))
        #expect(judgement.findings.map(\.standing) == [.met, wanted])
    }

    @Test("an address of IPv4 in one of IPv6 is that of IPv4")
    func mapped() throws {
        let address = try #require(IPAddress("::ffff:127.0.0.5"))
        let socket = ListeningSocket(address: address, port: 1)
        #expect(socket.addresses == ["127.0.0.5"])
        for expectation in [
            "lacks: '::ffff:127.0.0.5'", "none: {within: '::ffff:0:0/96'}",
            "none: {within: '::ffff:127.0.0.0/104'}", "none: {one-of: ['::FFFF:7f00:5']}",
        ] {
            let text = "{port: 1, address: {\(expectation)}}"
            let check = try #require(try CheckKind.port.reading(text).check?.check as? PortCheck)
            let result = check.judge(
                .init([socket]), at: Instant(milliseconds: 0), until: Deadline(.seconds(5)))
            #expect(result.findings.map(\.standing) == [.met, .unmet], "\(expectation)")
        }
    }
}
