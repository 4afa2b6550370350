import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What an `activesync` check says of stand-ins for Exchange.
struct ActiveSyncCheckTests {
    private static let own = "client-certificate: {certificate: client.pem, key: client.key}"
    private static let foreign =
        "client-certificate: {certificate: other-client.pem, key: other-client.key}"

    /// Two hosts: an old one that names the new one, and a new one that wants a certificate.
    private static func servers(_ place: Nginx.Place, _ certificate: String = "good") -> String {
        let tls = "\(Nginx.certificate(certificate))"
        let offer =
            "add_header MS-ASProtocolVersions '14.1,16.0,16.1' always;"
            + " add_header MS-ASProtocolCommands 'Sync,SendMail,Ping' always;"
        let next = "https://127.0.0.1:\(place.ports[1])/Microsoft-Server-ActiveSync"
        return """
            server { listen 127.0.0.1:\(place.ports[0]) ssl; \(tls)
                location = /Microsoft-Server-ActiveSync {
                    if ($request_method != OPTIONS) { return 405; }
                    add_header X-MS-Location \(next) always; return 451; }
            }
            server { listen 127.0.0.1:\(place.ports[1]) ssl; \(tls)
                ssl_verify_client optional; ssl_client_certificate \(TestPKI.path("root.pem"));
                location = /Microsoft-Server-ActiveSync { \(offer)
                    if ($ssl_client_verify != SUCCESS) { return 403; } return 200; }
            }
            server { listen 127.0.0.1:\(place.ports[2]) ssl; \(tls)
                location / { add_header WWW-Authenticate 'Basic realm="mail"' always; return 401; }
            }
            server { listen 127.0.0.1:\(place.ports[3]) ssl; \(tls)
                location / { \(offer) return 200; } }
            server { listen 127.0.0.1:\(place.ports[4]) ssl; \(tls)
                location / { return 200 'Welcome to the hotel'; } }
            server { listen 127.0.0.1:\(place.ports[5]) ssl; \(tls)
                location / { return 302 https://portal.example.test/; } }
            server { listen 127.0.0.1:\(place.ports[6]) ssl; \(tls)
                location / { add_header MS-ASProtocolVersions none always; return 200; } }
            """
    }

    private func outcome(
        _ port: Int, _ options: String = "", timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let text =
            "{host: 127.0.0.1, port: \(port), ca-file: root.pem"
            + (options.isEmpty ? "" : ", \(options)") + "}"
        let (check, mistakes) = try CheckKind.activesync.reading(text)
        let configured = try #require(check, "\(mistakes)")
        return await configured.carryOut(in: .test(timeout: timeout))
    }

    private func with(
        _ certificate: String = "good", _ body: (Nginx.Place) async throws -> Void
    ) async throws {
        try await Nginx.with(ports: 7, { Self.servers($0, certificate) }, body)
    }

    @Test("The old server leads to the new one, which accepts the certificate")
    func accepted() async throws {
        try await with { place in
            let result = try await outcome(
                place.ports[0],
                "\(Self.own), redirects: {limit: 1}, ends-at: 127.0.0.1,"
                    + " protocol-versions: [16.1], commands: [Sync, Ping]")
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["state"] == "accepted")
            #expect(result.facts["protocol-versions"] == ["14.1", "16.0", "16.1"])
            #expect(result.facts["redirects"]?.items?.first?["status"] == 451)
            #expect(place.requests.count == 2)
            #expect(
                place.requests.allSatisfy {
                    $0.hasPrefix("OPTIONS ") && $0.hasSuffix("\"-\" \"-\" \"-\"")
                })
        }
    }

    @Test("What is not offered is named")
    func offer() async throws {
        try await with { place in
            let result = try await outcome(
                place.ports[1], "\(Self.own), protocol-versions: 17.0, commands: Search")
            #expect(result.unmet == ["14.1, 16.0, 16.1", "Sync, SendMail, Ping"])
        }
    }

    @Test(
        "Each state is told apart",
        arguments: [
            (1, "", "certificate-wanted", true), (1, own, "accepted", true),
            (1, foreign, "refused", false), (0, "", "redirected", false),
            (2, "", "login-wanted", false),
            (3, "", "open", false), (3, own, "open", false), (4, "", "other", false),
            (5, "", "redirected", false), (6, "", "other", false),
        ])
    func state(_ server: Int, _ options: String, _ state: String, _ isMet: Bool) async throws {
        try await with { place in
            let result = try await outcome(place.ports[server], options)
            #expect(result.facts["state"] == .string(state), "\(result.summary)")
            #expect(result.outcome == (isMet ? .met : .unmet), "\(result.summary)")
        }
    }

    @Test("A state that is expected by name is met, another one is not")
    func expected() async throws {
        try await with { place in
            let login = try await outcome(place.ports[2], "expect: [open, login-wanted]")
            #expect(login.outcome == .met, "\(login.summary)")
            let open = try await outcome(place.ports[3], "expect: certificate-wanted")
            #expect(open.unmet == ["reached, and answered without a client certificate"])
        }
    }

    @Test("A server that is not allowed is not asked")
    func notAllowed() async throws {
        let hosts = "redirects: {hosts: [mail.example.test]}"
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port) ssl; \(Nginx.certificate("good"))
            add_header X-MS-Location https://evil.example.test/ always; location / { return 451; } }
            """
        } _: { place in
            let result = try await outcome(place.port, "\(hosts), ends-at: mail.example.test")
            #expect(result.facts["state"] == "redirected")
            #expect(
                result.unmet == [
                    "redirected elsewhere: a redirect to https://evil.example.test/,"
                        + " which is not allowed", "an answer of 127.0.0.1",
                ])
        }
    }

    @Test("Something in between is seen by its issuer, and asked nothing")
    func intercepted() async throws {
        try await with("intercepted") { place in
            let result = try await outcome(place.ports[3])
            #expect(result.facts["state"] == "intercepted")
            #expect(
                result.unmet.contains("intercepted: the certificate is by Proxy Root"),
                "\(result.summary)")
            #expect(place.requests.isEmpty)
        }
        try await with("good") { place in
            let result = try await outcome(place.ports[3], "issuer: DigiCert Inc")
            #expect(result.facts["state"] == "intercepted", "\(result.summary)")
            #expect(place.requests.isEmpty)
        }
    }

    @Test("A session that is not safe is none to ask in")
    func unsafe() async throws {
        try await with("expired") { place in
            let result = try await outcome(place.ports[3])
            #expect(result.facts["state"] == "unsafe")
        }
        try await OpenSSLServer.with(certificate: "good", ["-tls1_2"]) { port in
            let result = try await outcome(port)
            #expect(result.facts["state"] == "unsafe")
            #expect(result.unmet.first == "TLS 1.2")
        }
    }

    @Test("A server that demands the certificate in TLS is reached", arguments: ["-tls1_3"])
    func demanded(_ version: String) async throws {
        let arguments = [
            version, "-Verify", "2", "-CAfile", TestPKI.path("root.pem"), "-verify_return_error",
        ]
        try await OpenSSLServer.with(certificate: "good", arguments) { port in
            let result = try await outcome(port)
            #expect(result.facts["state"] == "certificate-wanted", "\(result.summary)")
            #expect(result.outcome == .met, "\(result.summary)")
            let refused = try await outcome(port, Self.foreign)
            #expect(refused.facts["state"] == "refused")
            #expect(refused.outcome == .unmet)
        }
    }

    @Test("What is blocked says how, and silence is undetermined")
    func blocked() async throws {
        try await LoopbackServer.withClosedPort { port in
            let result = try await outcome(port)
            #expect(result.facts["state"] == "blocked")
            #expect(result.unmet == ["blocked: a refusal: nothing listens there"])
        }
        try await LoopbackServer.with(.silent) { server in
            let result = try await outcome(server.port, timeout: .milliseconds(400))
            #expect(result.outcome == .undetermined)
            #expect(result.code == .handshakeTimedOut)
        }
        try await LoopbackServer.with(.resets) { server in
            let result = try await outcome(server.port)
            #expect(result.outcome == .unmet)
            #expect(result.facts["state"] == "blocked")
        }
    }

    @Test("An answer that breaks off is no block, and nothing in it counts")
    func brokenOff() async throws {
        try await OpenSSLServer.with(certificate: "good", ["-HTTP"]) { port in
            // It answers OPTIONS with nothing at all and hangs up.
            let result = try await outcome(port, "expect: blocked")
            #expect(result.outcome != .met, "\(result.summary)")
        }
    }

    @Test(
        "Where the way is to be blocked, nothing else can be expected",
        arguments: [
            ("issuer", "X"), ("key-bits", "256"), ("expires", "{fail: 1d}"),
            ("minimum-version", "1.2"), ("client-certificate", "{certificate: a, key: b}"),
            ("public-key", String(repeating: "0", count: 64)), ("ends-at", "a.test"),
            ("commands", "Sync"),
        ])
    func unseen(_ key: String, _ value: String) throws {
        let rest = "\(key): \(value)}"
        let read = try CheckKind.activesync.reading("{host: a.test, expect: blocked, \(rest)")
        #expect(
            read.check == nil
                && read.mistakes == [
                    "where the way is blocked there is nothing that \(key) could be compared with"
                ], "\(read.mistakes)")
        let either = try CheckKind.activesync.reading(
            "{host: a.test, expect: [blocked, refused], \(rest)")
        #expect(either.check != nil, "\(either.mistakes)")
    }

    @Test("A host that each program reads as another address is none")
    func numeric() throws {
        let read = try CheckKind.activesync.reading("{host: 127.1}")
        #expect(read.check == nil && read.mistakes.count == 1, "\(read.mistakes)")
    }

    @Test("A name that is not there may be misspelled, so that it proves no block")
    func noSuchName() async throws {
        let (check, _) = try CheckKind.activesync.reading("{host: nope.invalid, expect: blocked}")
        let result = try await #require(check).carryOut(in: .test())
        #expect(result.outcome == .undetermined, "\(result.summary)")
    }
}
