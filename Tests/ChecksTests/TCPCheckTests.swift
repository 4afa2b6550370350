import CanonicalJSON
import Checks
import Foundation
import Glibc
import Rollout
import Testing

/// What a `tcp` check says of ports of loopback, and of what the system reports.
struct TCPCheckTests {
    private let here = DialTarget(host: "127.0.0.1")

    @Test("A port that accepts is met with its address and times")
    func met() async throws {
        try await LoopbackServer.with(.silent) { server in
            let endpoint = Endpoint(
                host: "gateway.example.test", port: server.port, connectTo: here)
            let result = await TCPCheck(endpoint).carryOut(in: .test())
            #expect(result.outcome == .met)
            #expect(result.facts["host"] == "gateway.example.test")
            #expect(result.facts["connect-to"] == "127.0.0.1")
            #expect(result.facts["address"] == "127.0.0.1")
            #expect((result.facts["connect-ms"]?.integer ?? -1) >= 0)
            #expect(
                result.findings == [
                    Finding(
                        "a TCP connection to gateway.example.test:\(server.port)",
                        actual: "connected to 127.0.0.1:\(server.port)", .met)
                ])
        }
    }

    @Test("The port of connect-to goes before the port of the check")
    func port() async throws {
        try await LoopbackServer.with(.silent) { server in
            let target = try #require(DialTarget("127.0.0.1:\(server.port)"))
            let check = TCPCheck(
                Endpoint(host: "gateway.example.test", port: 1, connectTo: target))
            #expect(await check.carryOut(in: .test()).outcome == .met)
        }
    }

    @Test("A port on which nothing listens is unmet as refused")
    func refused() async throws {
        let (_, result) = try await LoopbackServer.withClosedPort { port in
            let check = TCPCheck(Endpoint(host: "127.0.0.1", port: port))
            return (port, await check.carryOut(in: .test()))
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet == ["a refusal: nothing listens there"])
        #expect(result.facts["addresses"]?.items?.first?["result"] == "refused")
        #expect(result.facts["failure"] == "refused")
    }

    @Test("A name without an address that can be dialled is not met")
    func noAddress() async {
        let result = await TCPCheck(
            Endpoint(host: "127.0.0.1", port: 1, connectTo: .init(host: "no address"))
        ).carryOut(in: .test())
        #expect(result.outcome != .met)
    }

    @Test(
        "Only an answer is unmet; whatever kept us from looking is undetermined",
        arguments: [
            (DialFailure.noSuchName, nil, "no such name"), (.noAddress, nil, "no address"),
            (.lookup("none answered"), .lookupFailed, "name not resolved"),
            (.refused, nil, "a refusal: nothing listens there"),
            (.reset, nil, "a reset while it was being made"),
            (.timedOut, .timedOut, "timed out"),
            (.hostUnreachable, .hostUnreachable, "host unreachable"),
            (.networkUnreachable, .networkUnreachable, "network unreachable"),
            (.notPermitted, .notPermitted, "not permitted"), (.stopped, .stopped, "stopped"),
            (.other("disk on fire"), .connectionFailed, "disk on fire"),
        ] as [(DialFailure, Obstacle.Code?, String)])
    func judged(failure: DialFailure, code: Obstacle.Code?, words: String) {
        let dial = DialReport(host: "h", port: 1, failure: failure)
        let result = TCPCheck(Endpoint(host: "h", port: 1))
            .judge(
                .init(ConnectionReport(dial: dial, limit: .seconds(10))),
                at: CheckEnvironment.testInstant
            ).result
        #expect(result.outcome == (code == nil ? .unmet : .undetermined))
        #expect(result.code == code)
        #expect(result.findings.map(\.actual) == [words])
        #expect(result.findings.allSatisfy { !$0.isMet })
        if code == .timedOut {
            #expect(result.obstacle?.values == ["place": "h:1", "limit": "10s"])
        }
        if code == .lookupFailed { #expect(result.detail == "none answered") }
    }

    @Test("A report in which nothing was tried is never met")
    func nothing() {
        let result = TCPCheck(Endpoint(host: "h", port: 1)).judge(
            .init(ConnectionReport(dial: DialReport(host: "h", port: 1), limit: .seconds(1))),
            at: CheckEnvironment.testInstant
        ).result
        #expect(result.outcome == .undetermined)
        #expect(result.code == .nothingObserved)
    }

    @Test("A port that answers its own caller is nobody")
    func selfConnection() throws {
        let own = try #require(DialSocket(family: AF_INET))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(own.descriptor, address, length)
                    + getsockname(own.descriptor, address, &length)
                    + connect(own.descriptor, address, length)
            }
        }
        // Loopback connects at once, or says that it is under way.
        #expect(result == 0 || errno == EINPROGRESS)
        #expect(own.connectionError == ECONNREFUSED)
    }
}
