import CanonicalJSON
import Checks
import Rollout
import Testing

/// Addresses in place of names, of servers and of proxies.
struct HTTPLiteralTests {
    private static let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    @Test(
        "A server is asked under its address, whatever is dialled",
        arguments: ["[::1]", "[::ffff:127.0.0.1]", "192.0.2.7"])
    func server(_ host: String) async throws {
        try await LoopbackServer.with(.answers(Self.answer)) { server in
            let result = try await HTTPCheck.outcome(
                "url: 'http://\(host):81/', connect-to: '127.0.0.1:\(server.port)', content: ok")
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["address"] == "127.0.0.1")
        }
    }

    @Test("Its address is looked for in its certificate")
    func secure() async throws {
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port) ssl; \(Nginx.certificate("good"))
            add_header MS-ASProtocolVersions 16.1 always; location / { return 200 ok; } }
            """
        } _: { place in
            let rest = "connect-to: '127.0.0.1:\(place.port)', ca-file: root.pem"
            let good = try await HTTPCheck.outcome("url: 'https://[::1]/', \(rest), content: ok")
            #expect(good.outcome == .met, "\(good.summary)")
            let other = try await HTTPCheck.outcome("url: 'https://[::2]/', \(rest)")
            #expect(other.outcome == .unmet, "\(other.summary)")
            let read = try CheckKind.activesync.reading("{host: '::1', \(rest), expect: open}")
            let synced = await (try #require(read.check, "\(read.mistakes)"))
                .carryOut(in: .test())
            #expect(synced.outcome == .met, "\(synced.summary)")
        }
    }

    @Test("A proxy has an address of IPv6 as well")
    func proxy() async throws {
        try await LoopbackServer.with(.answers(Self.answer)) { target in
            try await ScriptedServer.with(
                ["", "HTTP/1.1 200 through\r\n\r\n"], then: .tunnels(to: target.port)
            ) { proxy in
                let result = try await HTTPCheck.outcome(
                    "url: 'http://target.example.test/',"
                        + " proxy: 'http://[::ffff:127.0.0.1]:\(proxy.port)'")
                #expect(result.outcome == .met, "\(result.summary)")
            }
        }
    }
}
