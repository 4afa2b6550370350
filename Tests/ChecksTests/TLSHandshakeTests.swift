import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a `tls` check says of servers with which no session comes about.
struct TLSHandshakeTests {
    @Test("A port on which nothing listens is unmet as refused")
    func refused() async throws {
        let result = try await LoopbackServer.withClosedPort { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet == ["a refusal: nothing listens there"])
        #expect(result.facts["failure"] == "refused")
    }

    @Test(
        "A server that accepts and says nothing is undetermined once the time is up",
        .timeLimit(.minutes(1)))
    func silent() async throws {
        try await LoopbackServer.with(.silent) { server in
            let clock = ContinuousClock()
            let start = clock.now
            let result = await TLSCheck.test(server.port)
                .carryOut(in: .test(timeout: .milliseconds(300)))
            let elapsed = start.duration(to: clock.now)
            #expect(result.outcome == .undetermined)
            #expect(
                result.code == .handshakeTimedOut && result.obstacle?.values["limit"] == "300ms")
            #expect(result.facts["connect-ms"] != nil)
            #expect(elapsed >= .milliseconds(300))
        }
    }

    @Test("Cancelling ends a handshake long before its deadline", .timeLimit(.minutes(1)))
    func cancelled() async throws {
        try await LoopbackServer.with(.silent) { server in
            let task = Task {
                await TLSCheck.test(server.port).carryOut(in: .test(timeout: .seconds(3600)))
            }
            await server.received()
            task.cancel()
            let result = await task.value
            #expect(result.outcome == .undetermined)
            #expect(result.code == .stopped)
        }
    }

    @Test(
        "What answers without TLS is recognised",
        arguments: [
            (LoopbackServer.Behaviour.answers("HTTP/1.1 400 Bad Request\r\n\r\n"), "plain HTTP"),
            (.greets("220 mail.example.test ESMTP\r\n"), "a mail or FTP greeting"),
            (.greets("SSH-2.0-OpenSSH_9.2\r\n"), "SSH"),
            (.answers("22"), "another protocol"),
            (.sends([0x4a, 0, 0, 0, 10, 56]), "another protocol"),
        ])
    func notTLS(behaviour: LoopbackServer.Behaviour, what: String) async throws {
        let result = try await LoopbackServer.with(behaviour) { server in
            await TLSCheck.test(server.port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(
            result.unmet == ["\(what) instead of TLS"], "\(result.summary)")
        #expect(result.facts["first-bytes"]?.text?.isEmpty == false)
    }

    @Test("A connection that ends during the handshake is unmet, closed or reset")
    func ended() async throws {
        let closed = try await LoopbackServer.with(.closes) { server in
            await TLSCheck.test(server.port).carryOut(in: .test())
        }
        #expect(closed.outcome == .unmet)
        #expect(closed.unmet == ["an end of the connection during the handshake"])
        let reset = try await LoopbackServer.with(.resets) { server in
            await TLSCheck.test(server.port).carryOut(in: .test())
        }
        #expect(reset.outcome == .unmet)
        #expect(reset.unmet == ["a reset during the handshake"])
    }

    @Test("A peer that is gone before we write is an error and never a signal")
    func gone() async throws {
        let result = try await LoopbackServer.with(.hangsUp) { server in
            await TLSCheck.test(server.port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet, "\(result.summary)")
    }

    @Test("An alert is told by its name and number")
    func alert() async throws {
        // A server with nothing in common: it offers only a cipher for RSA keys, and has none.
        let arguments = ["-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256"]
        let result = try await OpenSSLServer.with(certificate: "good", arguments) { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(
            result.unmet.first?.hasPrefix("handshake failure (alert 40)") == true,
            "\(result.summary)")
        #expect(result.facts["certificates"] == nil)
    }

    @Test(
        "A server that breaks off in the middle of its answer is undetermined or unmet, never met")
    func broken() async throws {
        // The header of a record that never comes, and a record that is none.
        for bytes: [UInt8] in [
            [22, 3, 3, 1, 0], [22, 3, 3, 0, 4, 99, 0, 0, 0], [21, 3, 3, 0, 2, 2, 40],
        ] {
            let result = try await LoopbackServer.with(.sends(bytes)) { server in
                await TLSCheck.test(server.port).carryOut(in: .test(timeout: .milliseconds(400)))
            }
            #expect(result.outcome != .met)
            let words = result.findings.map(\.actual).joined() + result.detail
            #expect(!words.contains("/") && !words.contains("0x"), "\(words)")
        }
    }
}
