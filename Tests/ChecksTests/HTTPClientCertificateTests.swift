import CanonicalJSON
import Checks
import Rollout
import Testing

/// Client certificates in `http`: asked for in the handshake, or only once the path is known.
struct HTTPClientCertificateTests {
    private let own = "client-certificate: {certificate: client.pem, key: client.key}"
    private let foreign =
        "client-certificate: {certificate: other-client.pem, key: other-client.key}"

    @Test(
        "A server that demands one is told apart from one that refuses ours",
        arguments: ["-tls1_2", "-tls1_3"])
    func demanded(_ version: String) async throws {
        let arguments = [
            version, "-Verify", "2", "-CAfile", TestPKI.path("root.pem"), "-verify_return_error",
        ]
        try await OpenSSLServer.with(certificate: "good", arguments) { port in
            let without = try await HTTPCheck.outcome(HTTPCheck.secured(port))
            #expect(without.outcome == .unmet, "\(without.summary)")
            #expect(
                without.facts["handshake"] == "client certificate required", "\(without.summary)")
            #expect(!without.findings.contains { $0.expected.contains("status") })
            let good = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/", own))
            #expect(good.outcome == .met, "\(good.summary)")
            #expect(good.facts["handshake"] == "client certificate accepted")
            #expect(good.facts["client-certificate-requested"] == true)
        }
        try await OpenSSLServer.with(certificate: "good", arguments) { port in
            let bad = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/", foreign))
            #expect(bad.outcome == .unmet, "\(bad.summary)")
            #expect(bad.facts["handshake"] == "client certificate rejected", "\(bad.summary)")
        }
    }

    @Test(
        "An answer that came before the question does not say that the certificate is taken",
        arguments: [EarlyTalker.Manner.demands, .stays])
    func earlyAnswer(_ manner: EarlyTalker.Manner) async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        for more in [own, foreign, ""] {
            let result = try await EarlyTalker.with(manner, saying: answer) { port in
                try await HTTPCheck.outcome(
                    HTTPCheck.secured(port, "/", more).replacing(
                        "root.pem", with: "intermediate.pem"))
            }
            #expect(result.outcome == .undetermined, "\(more): \(result.summary)")
        }
        let synced = try await EarlyTalker.with(
            manner,
            saying: "HTTP/1.1 200 OK\r\nMS-ASProtocolVersions: 16.1\r\nContent-Length: 0\r\n\r\n"
        ) { port in
            let text =
                "{host: good.example.test, connect-to: '127.0.0.1:\(port)', "
                + "ca-file: intermediate.pem, \(own)}"
            let (check, mistakes) = try CheckKind.activesync.reading(text)
            return await (try #require(check, "\(mistakes)")).carryOut(in: .test())
        }
        #expect(synced.outcome == .undetermined, "\(synced.summary)")
    }

    @Test("A server that does not ask for the certificate is no success")
    func notAsked() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let result = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/", own))
            #expect(result.unmet == ["no request for a client certificate"], "\(result.summary)")
        }
    }

    @Test(
        "A server that asks for one and hangs up over the request did not demand it",
        arguments: ["TLSv1.2", "TLSv1.3"])
    func hangsUp(_ version: String) async throws {
        let certificate = Nginx.certificate("good").replacing("TLSv1.2 TLSv1.3", with: version)
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port) ssl; \(certificate)
            ssl_verify_client optional_no_ca; location / { return 444; } }
            """
        } _: { place in
            let result = try await HTTPCheck.outcome(HTTPCheck.secured(place.port))
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(result.facts["handshake"] == "established", "\(result.summary)")
            #expect(result.facts["client-certificate-requested"] == true)
            #expect(result.unmet == ["an end of the connection"], "\(result.summary)")
        }
    }

    @Test("nginx answers 400 once TLS stands: the status says it")
    func answered() async throws {
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port) ssl; \(Nginx.certificate("good"))
            ssl_verify_client on; ssl_client_certificate \(TestPKI.path("root.pem"));
            location / { return 200 $ssl_client_s_dn; } }
            """
        } _: { place in
            let without = try await HTTPCheck.outcome(HTTPCheck.secured(place.port))
            #expect(without.unmet == ["the status 400"], "\(without.summary)")
            let good = try await HTTPCheck.outcome(HTTPCheck.secured(place.port, "/", own))
            #expect(good.outcome == .met, "\(good.summary)")
            #expect(good.facts["content"] == nil)
        }
    }

    @Test(
        "A server that asks only for some paths is seen: renegotiation, and authentication after the handshake",
        arguments: ["TLSv1.2", "TLSv1.3"])
    func late(_ version: String) async throws {
        try await Apache.with(version) { port in
            let open = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/"))
            #expect(open.outcome == .met, "\(open.summary)")
            #expect(open.facts["client-certificate-requested"] == false)
            let good = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/guarded/", own))
            #expect(good.outcome == .met, "\(good.summary)")
            #expect(good.facts["client-certificate-requested-late"] == true)
            let without = try await HTTPCheck.outcome(HTTPCheck.secured(port, "/guarded/"))
            #expect(without.outcome == .unmet, "\(without.summary)")
            #expect(without.facts["client-certificate-requested-late"] == true)
        }
    }
}
