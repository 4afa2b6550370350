import Checks
import Rollout
import Testing

/// Whom a request of the program itself is shown to.
struct TrustedRequestTests {
    private static func ask(
        _ text: String, authorities: String? = nil, timeout: Duration = .seconds(60)
    ) async throws -> Result<HTTPResponse, TrustedRequest.Failure> {
        var request = HTTPRequest()
        request.authorization = "Bearer secret"
        return await TrustedRequest(
            request, to: try #require(HTTPAddress(text)), authorities: authorities,
            mostBytes: 1 << 20
        ).answer(within: timeout, from: "/", clock: { Instant(milliseconds: 1_760_000_000_000) })
    }

    @Test("A server whose issuer is trusted is asked")
    func trusted() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let answer = try await Self.ask(
                "https://127.0.0.1:\(port)/", authorities: TestPKI.path("root.pem"))
            #expect(try answer.get().status == 200)
        }
    }

    @Test(
        "A server that is not shown to be the one that is meant is told nothing, and not asked again",
        arguments: ["unknown-authority", "self-signed", "expired", "wrong-host", "weak"])
    func untrusted(_ certificate: String) async throws {
        try await OpenSSLServer.with(
            certificate: certificate, ["-cipher", "ALL:@SECLEVEL=0"]
        ) { port in
            let answer = try await Self.ask(
                "https://127.0.0.1:\(port)/", authorities: TestPKI.path("root.pem"))
            guard case .failure(let failure) = answer, case .untrusted(let findings, _) = failure
            else {
                Issue.record("\(answer)")
                return
            }
            #expect(!findings.isEmpty)
            #expect(!failure.isPassing)
        }
    }

    @Test("An issuer of the tests is none of the system's")
    func system() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let answer = try await Self.ask("https://127.0.0.1:\(port)/")
            #expect(throws: TrustedRequest.Failure.self) { try answer.get() }
        }
    }

    @Test("No redirect is followed")
    func redirects() async throws {
        let text = "HTTP/1.1 302 Found\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"
        try await LoopbackServer.with(.answers(text)) { server in
            let answer = try await Self.ask("http://127.0.0.1:\(server.port)/")
            #expect(try answer.get().status == 302)
        }
    }

    @Test("A connection that breaks or is refused may pass, an answer that is none does not")
    func passing() async throws {
        for (behaviour, isPassing) in [
            (LoopbackServer.Behaviour.closes, true), (.resets, true),
            (.answers("SSH-2.0\r\n"), false),
        ] {
            try await LoopbackServer.with(behaviour) { server in
                let answer = try await Self.ask("http://127.0.0.1:\(server.port)/")
                guard case .failure(let failure) = answer else {
                    Issue.record("\(answer)")
                    return
                }
                #expect(failure.isPassing == isPassing, "\(failure)")
            }
        }
        try await LoopbackServer.withClosedPort { port in
            let answer = try await Self.ask("http://127.0.0.1:\(port)/")
            #expect((answer.failure?.isPassing ?? false), "\(answer)")
        }
        try await LoopbackServer.with(.silent) { server in
            let answer = try await Self.ask(
                "http://127.0.0.1:\(server.port)/", timeout: .milliseconds(200))
            #expect((answer.failure?.isPassing ?? false), "\(answer)")
        }
    }

    @Test("An address of this machine is one by its number alone")
    func loopback() {
        for (text, isLoopback) in [
            ("http://127.0.0.1/", true), ("http://127.8.9.1:80/", true), ("http://[::1]:1/", true),
            ("http://localhost/", false), ("http://127.0.0.1.example.test/", false),
            ("http://128.0.0.1/", false), ("http://127.1.example/", false),
        ] {
            #expect(HTTPAddress(text)?.isLoopback == isLoopback, "\(text)")
        }
    }
}

extension Result {
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
