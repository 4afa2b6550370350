import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a `udp` check says of sockets of loopback.
struct UDPCheckTests {
    private func check(
        _ port: Int, send: [UInt8] = Array("ping".utf8), expect: ValueExpectation? = nil
    ) -> UDPCheck {
        let endpoint = Endpoint(
            host: "time.example.test", port: 1,
            connectTo: DialTarget(host: "127.0.0.1", port: port))
        return UDPCheck(endpoint, send: send, expect: expect)
    }

    @Test("a reply is met, and a reply that does not fit is unmet")
    func replies() async throws {
        try await DatagramServer.with {
            $0
        } _: { server in
            let any = await check(server.port).carryOut(in: .test())
            #expect(any.outcome == .met, "\(any.summary)")
            #expect(any.findings.map(\.actual) == ["a reply from time.example.test:1"])
            #expect(any.facts["reply"] == "ping" && any.facts["reply-bytes"] == 4)
            #expect(any.facts["address"] == "127.0.0.1" && any.facts["sent-bytes"] == 4)
            let fitting = await check(server.port, expect: .containing("in")).carryOut(in: .test())
            #expect(fitting.outcome == .met)
            let other = await check(server.port, expect: .containing("pong")).carryOut(in: .test())
            #expect(other.outcome == .unmet)
            #expect(other.unmet == ["\"ping\""])
        }
    }

    @Test("an empty reply is a reply, and one of full length is looked at whole")
    func sizes() async throws {
        try await DatagramServer.with {
            $0.count == 1 ? [] : $0
        } _: { server in
            let empty = await check(server.port, send: [0]).carryOut(in: .test())
            #expect(empty.outcome == .met && empty.facts["reply-bytes"] == 0)
            let long = [UInt8](repeating: 97, count: 60_000) + Array("end".utf8)
            let result = await check(server.port, send: long, expect: .lacking("end")).carryOut(
                in: .test())
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
    }

    @Test("a closed port is unmet")
    func refused() async throws {
        let port = try LoopbackSocket.freePort()
        let result = await check(port).carryOut(in: .test())
        #expect(result.outcome == .unmet)
        #expect(result.unmet == ["a refusal: nothing listens there"])
        #expect(result.facts["failure"] == "refused")
    }

    @Test("silence is undetermined")
    func silence() async throws {
        try await DatagramServer.with { _ in
            nil
        } _: { server in
            let result = await check(server.port).carryOut(in: .test(timeout: .milliseconds(200)))
            #expect(result.outcome == .undetermined)
            #expect(
                result.obstacle
                    == Obstacle(
                        .noReply, ["place": "127.0.0.1:\(server.port)", "limit": "200ms"]))
            #expect(result.unknown == ["no reply"])
            #expect(result.facts["failure"] == "no reply")
        }
    }

    @Test("cancelling ends the waiting")
    func cancelled() async throws {
        let (arrivals, arrival) = AsyncStream<Void>.makeStream()
        try await DatagramServer.with { _ in
            arrival.yield()
            return nil
        } _: { server in
            let check = check(server.port)
            let task = Task { await check.carryOut(in: .test(timeout: .seconds(3600))) }
            for await _ in arrivals { break }
            task.cancel()
            let result = await task.value
            #expect(result.outcome == .undetermined && result.code == .stopped)
        }
    }

    @Test("nothing that was observed is never met")
    func nothing() {
        let report = ConnectionReport(dial: DialReport(host: "h", port: 1), limit: .seconds(1))
        let result = check(1).judge(.init(report), at: CheckEnvironment.testInstant).result
        #expect(result.outcome == .undetermined && result.code == .nothingObserved)
    }

    @Test("the datagram is a text or bytes")
    func options() throws {
        let text = try CheckKind.udp.reading("{host: h, port: 7, send: 1.10}")
        #expect((text.check?.check as? UDPCheck)?.datagram == Array("1.10".utf8))
        let bytes = try CheckKind.udp.reading("{host: h, port: 7, send: {hex: 00fF}, expect: x}")
        #expect((bytes.check?.check as? UDPCheck)?.datagram == [0, 255])
        #expect((bytes.check?.check as? UDPCheck)?.expected == .containing("x"))
        for wrong in ["{hex: 0}", "{hex: zz}", "{hex: \"\"}", "\"\"", "{}", "{hexx: 00}"] {
            let (check, mistakes) = try CheckKind.udp.reading(
                "{host: h, port: 0, send: \(wrong)}")
            #expect(check == nil)
            #expect(mistakes.count >= 2, "\(wrong): \(mistakes)")
        }
    }
}
