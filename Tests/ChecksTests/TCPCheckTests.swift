import Checks
import Foundation
import Rollout
import Testing

/// What a `tcp` check says of ports of loopback, and of what the system reports.
struct TCPCheckTests {
    private let here = DialTarget(host: "127.0.0.1")

    @Test("A port that accepts is met with its address and times")
    func met() async throws {
        try await LoopbackServer.with(.silent) { server in
            let check = TCPCheck(host: "gateway.example.test", port: server.port, connectTo: here)
            let result = await check.carryOut(in: .test())
            #expect(result.outcome == .met)
            #expect(result.facts["host"] == "gateway.example.test")
            #expect(result.facts["connect-to"] == "127.0.0.1")
            #expect(result.facts["address"] == "127.0.0.1")
            #expect((result.facts["connect-ms"]?.integer ?? -1) >= 0)
            #expect(
                result.findings == [
                    Finding(
                        expected: "a TCP connection to gateway.example.test:\(server.port)",
                        actual: "connected to 127.0.0.1:\(server.port)", met: true)
                ])
        }
    }

    @Test("The port of connect-to goes before the port of the check")
    func port() async throws {
        try await LoopbackServer.with(.silent) { server in
            let target = try #require(DialTarget("127.0.0.1:\(server.port)"))
            let check = TCPCheck(host: "gateway.example.test", port: 1, connectTo: target)
            #expect(await check.carryOut(in: .test()).outcome == .met)
        }
    }

    @Test("A port on which nothing listens is unmet as refused")
    func refused() async throws {
        let (port, result) = try await LoopbackServer.withClosedPort { port in
            (port, await TCPCheck(host: "127.0.0.1", port: port).carryOut(in: .test()))
        }
        #expect(result.outcome == .unmet)
        #expect(
            result.reason
                == "127.0.0.1:\(port) refused the connection: nothing listens there.")
        #expect(
            result.facts["addresses"]?.items?.first?["result"] == "refused")
    }

    @Test("A name without an address that can be dialled is unmet")
    func noAddress() async {
        let result = await TCPCheck(
            host: "127.0.0.1", port: 1, connectTo: .init(host: "no address")
        )
        .carryOut(in: .test())
        #expect(result.outcome != .met)
    }

    @Test(
        "Only an answer is unmet; whatever kept us from looking is undetermined",
        arguments: [
            (DialFailure.noSuchName, CheckResult.Outcome.unmet, "There is no such name as h."),
            (.noAddress, .unmet, "The name h exists, but has no address."),
            (.lookup("none answered"), .undetermined, "could not be looked up: none answered."),
            (.refused, .unmet, "h:1 refused the connection"),
            (.reset, .unmet, "h:1 reset the connection"),
            (.timedOut, .undetermined, "h:1 did not answer within 10s"),
            (.hostUnreachable, .undetermined, "no way to the host"),
            (.networkUnreachable, .undetermined, "no route to the network"),
            (.notPermitted, .undetermined, "does not permit"),
            (.stopped, .undetermined, "was stopped"),
            (.other("disk on fire"), .undetermined, "disk on fire"),
        ])
    func judged(failure: DialFailure, outcome: CheckResult.Outcome, words: String) {
        let dial = DialReport(host: "h", port: 1, failure: failure)
        let judgement = TCPCheck(host: "h", port: 1)
            .judge(.init(dial: dial, timeout: .seconds(10)), at: Surroundings.testInstant)
        #expect(judgement.outcome == outcome)
        #expect(judgement.reason.contains(words), "\(judgement.reason)")
        #expect(judgement.findings.count == 1 && judgement.findings.allSatisfy { !$0.met })
    }

    @Test("A report in which nothing was tried is never met")
    func nothing() {
        let judgement = TCPCheck(host: "h", port: 1).judge(
            .init(dial: DialReport(host: "h", port: 1), timeout: .seconds(1)),
            at: Surroundings.testInstant)
        #expect(judgement.outcome == .undetermined)
    }
}
