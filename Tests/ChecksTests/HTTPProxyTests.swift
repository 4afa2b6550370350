import CanonicalJSON
import Checks
import Rollout
import Testing

/// A proxy and what is behind it are told apart.
struct HTTPProxyTests {
    @Test(
        "A proxy that lets nothing through is not taken for the target",
        arguments: ["http", "https"])
    func refuses(_ scheme: String) async throws {
        let answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
        try await LoopbackServer.with(.answers(answer)) { server in
            let proxy = "http://127.0.0.1:\(server.port)"
            let result = try await HTTPCheck.outcome(
                "url: '\(scheme)://target.example.test/', proxy: '\(proxy)', status: 403")
            #expect(
                result.findings == [
                    Finding(
                        "an answer of \(scheme)://target.example.test/ by the proxy \(proxy)",
                        actual: "the status 403 of the proxy instead of a way through it", .unmet)
                ])
            #expect(result.facts["proxy-status"] == 403)
            #expect(result.facts["status"] == nil)
        }
    }

    @Test("What comes through a proxy is the target's")
    func passes() async throws {
        let answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"
        try await LoopbackServer.with(.answers(answer)) { target in
            try await ScriptedServer.with(
                ["", "HTTP/1.1 200 through\r\n\r\n"], then: .tunnels(to: target.port)
            ) { proxy in
                let result = try await HTTPCheck.outcome(
                    "url: 'http://target.example.test/', proxy: 'http://127.0.0.1:\(proxy.port)'")
                #expect(result.unmet == ["the status 403"], "\(result.summary)")
                #expect(result.facts["proxy-status"] == 200)
            }
        }
    }

    @Test("What a proxy says before it was asked for the target is no answer of the target")
    func forestalls() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
        try await ScriptedServer.with(["", "HTTP/1.1 200 through\r\n\r\n\(answer)"]) { proxy in
            let result = try await HTTPCheck.outcome(
                "url: 'http://target.example.test/', proxy: 'http://127.0.0.1:\(proxy.port)'")
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(result.facts["failure"] == "an answer that is none of HTTP")
        }
    }

    @Test("The session behind a proxy is the target's")
    func secure() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            try await ScriptedServer.with(
                ["", "HTTP/1.1 200 through\r\n\r\n"], then: .tunnels(to: port)
            ) { proxy in
                let result = try await HTTPCheck.outcome(
                    "url: 'https://good.example.test/', ca-file: root.pem,"
                        + " proxy: 'http://127.0.0.1:\(proxy.port)'")
                #expect(result.outcome == .met, "\(result.summary)")
                #expect(result.facts["version"] == "TLS 1.3")
            }
        }
    }

    @Test("A proxy that hangs up, is silent or is not there has reasons of its own")
    func broken() async throws {
        func outcome(
            _ port: Int, _ kind: String = "http", timeout: Duration = .seconds(60)
        ) async throws -> CheckOutcome {
            try await HTTPCheck.outcome(
                "url: 'http://target.example.test/', proxy: '\(kind)://127.0.0.1:\(port)'",
                timeout: timeout)
        }
        try await LoopbackServer.with(.closes) { server in
            let result = try await outcome(server.port)
            #expect(result.unmet == ["an end of the connection by the proxy"])
        }
        try await LoopbackServer.with(.silent) { server in
            let result = try await outcome(server.port, timeout: .milliseconds(500))
            #expect(result.code == .exchangeTimedOut, "\(result.summary)")
        }
        try await LoopbackServer.withClosedPort { port in
            let result = try await outcome(port)
            #expect(result.unmet == ["a refusal: nothing listens there"])
        }
        // A SOCKS proxy that takes no login, and then says that the host refuses.
        try await ScriptedServer.with(
            ["", "\u{5}\u{0}", "\u{5}\u{5}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"]
        ) { server in
            let result = try await outcome(server.port, "socks5h")
            #expect(
                result.unmet == ["the word of the proxy that the host refuses"],
                "\(result.summary)")
        }
    }
}
