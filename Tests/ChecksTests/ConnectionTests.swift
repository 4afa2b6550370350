import Checks
import Rollout
import Testing

/// What comes of a connection stage by stage: dial, preamble, TLS, exchange.
struct ConnectionTests {
    private func plan(_ port: Int, preamble: (any Preamble)? = nil, tls: Bool) -> ConnectionPlan {
        ConnectionPlan(
            Endpoint(host: "127.0.0.1", port: port), preamble: preamble,
            tls: tls
                ? TLSPlan(
                    serverName: "good.example.test", authorities: TestPKI.path("root.pem"),
                    instant: CheckEnvironment.testInstant) : nil)
    }

    @Test("TLS begins after the dialogue, and bytes are exchanged in it")
    func startTLS() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let lines = ["220-greeting\r\n", "220 go ahead\r\n"]
            try await ScriptedServer.with(lines, then: .tunnels(to: port)) { server in
                let plan = plan(server.port, preamble: FakePreamble(), tls: true)
                let (report, line) = await plan.run(in: .test()) {
                    connection throws(ExchangeFailure) in
                    try connection.send("GET / HTTP/1.0\r\n\r\n".utf8)
                    return String(decoding: try connection.line(), as: UTF8.self)
                }
                #expect(report.failure == nil)
                #expect(report.tls?.verification?.isClean == true)
                #expect(line?.hasPrefix("HTTP/1.0 200") == true, "\(line ?? "")")
                #expect(report.obstacle == nil)
            }
        }
    }

    @Test("an end without the word that ends TLS is told from one with it")
    func cut() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let lines = ["220-greeting\r\n", "220 go ahead\r\n"]
            for (ending, failure) in [
                (ScriptedServer.Ending.tunnels(to: port), ExchangeFailure.closed),
                (.cuts(to: port, after: 3000), .cut),
            ] {
                try await ScriptedServer.with(lines, then: ending) { server in
                    let plan = plan(server.port, preamble: FakePreamble(), tls: true)
                    let report = await plan.run(in: .test()) {
                        connection throws(ExchangeFailure) in
                        try connection.send("GET / HTTP/1.0\r\n\r\n".utf8)
                        while true { _ = try connection.receive() }
                    }.report
                    #expect(report.failure == .exchange(failure))
                }
            }
        }
    }

    @Test("a dialogue in which the other side says no is its answer")
    func refusedPreamble() async throws {
        try await ScriptedServer.with(["220 hello\r\n", "454 not now\r\n"]) { server in
            let report = await plan(server.port, preamble: FakePreamble(), tls: true)
                .run(in: .test()) { _ in }.report
            #expect(report.failure == .preamble(.refused("answers 454 not now")))
            let result = try #require(report.failed(expecting: "TLS")).result
            #expect(result.outcome == .unmet && result.unmet == ["answers 454 not now"])
        }
    }

    @Test("a dialogue that the other side leaves is its answer, and one without end is none")
    func endedPreamble() async throws {
        try await ScriptedServer.with(["220 hello\r\n"]) { server in
            let report = await plan(server.port, preamble: FakePreamble(), tls: true)
                .run(in: .test()) { _ in }.report
            let result = try #require(report.failed(expecting: "TLS")).result
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
        try await LoopbackServer.with(.silent) { server in
            let report = await plan(server.port, preamble: FakePreamble(), tls: true)
                .run(in: .test(timeout: .milliseconds(200))) { _ in }.report
            let result = try #require(report.failed(expecting: "TLS")).result
            #expect(result.outcome == .undetermined && result.code == .exchangeTimedOut)
            #expect(result.obstacle?.values["limit"] == "200ms")
        }
    }

    @Test("what is slipped in before TLS is not taken for what is said in it")
    func injected() async throws {
        let lines = ["220 hello\r\n", "220 go ahead\r\n250 injected\r\n"]
        try await ScriptedServer.with(lines) { server in
            let report = await plan(server.port, preamble: FakePreamble(), tls: true)
                .run(in: .test()) { _ in }.report
            #expect(
                report.failure
                    == .preamble(.refused("bytes before TLS that nobody asked for")))
            #expect(report.tls == nil)
        }
    }

    @Test("a line may come in pieces, and one without end is refused")
    func lines() async throws {
        try await ScriptedServer.with(["one\r\ntwo\nthree"]) { server in
            let (report, lines) = await plan(server.port, tls: false).run(in: .test()) {
                connection throws(ExchangeFailure) in
                [try connection.line(), try connection.line()]
            }
            #expect(report.failure == nil)
            #expect(lines == [Array("one".utf8), Array("two".utf8)])
        }
        try await ScriptedServer.with([String(repeating: "x", count: 100)]) { server in
            let report = await plan(server.port, tls: false).run(in: .test()) {
                connection throws(ExchangeFailure) in
                try connection.line(atMost: 50)
            }.report
            #expect(report.failure == .exchange(.refused("a line without end")))
        }
    }

    @Test("an exchange that fails is the failure of the connection")
    func exchange() async throws {
        try await ScriptedServer.with(["bye\r\n"]) { server in
            let (report, value) = await plan(server.port, tls: false).run(in: .test()) {
                connection throws(ExchangeFailure) in
                _ = try connection.line()
                return try connection.line()
            }
            #expect(value == nil)
            #expect(report.failure == .exchange(.closed))
            #expect(report.obstacle == nil)
        }
    }

    @Test(
        "one place decides what is an answer: nothing of ours is one",
        arguments: [
            (.setup(Obstacle(.keyEncrypted)), .keyEncrypted), (.dial(.refused), nil),
            (.dial(.timedOut), .timedOut), (.preamble(.refused("no")), nil),
            (.preamble(.timedOut), .exchangeTimedOut), (.preamble(.stopped), .stopped),
            (.handshake(.closed), nil), (.handshake(.timedOut), .handshakeTimedOut),
            (.handshake(.closedAfterCertificate), .clientCertificateUnanswered),
            (.handshake(.accepted(.unopposed)), .clientCertificateUnconfirmed),
            (.handshake(.accepted(.confirmed)), nil), (.exchange(.closed), nil),
            (.exchange(.cut), nil),
            (.exchange(.reset), nil), (.exchange(.interrupted("x")), .exchangeInterrupted),
        ] as [(ConnectionFailure, Obstacle.Code?)])
    func answers(failure: ConnectionFailure, code: Obstacle.Code?) throws {
        let report = ConnectionReport(
            dial: DialReport(host: "h", port: 1), limit: .seconds(1), failure: failure)
        let result = try #require(report.failed(expecting: "it")).result
        #expect(result.code == code)
        #expect(result.outcome == (code == nil ? .unmet : .undetermined))
    }
}
