import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What an `http` check says of servers with TLS, and whom it tells nothing.
struct HTTPSecureTests {
    private static func server(
        _ place: Nginx.Place, _ certificate: String = "good", _ more: String = ""
    ) -> String {
        """
        server { listen 127.0.0.1:\(place.port) ssl http2; \(Nginx.certificate(certificate)) \(more)
        location / { return 200 ok; } }
        """
    }

    @Test("A good server is met with the facts of its session")
    func good() async throws {
        try await Nginx.with {
            Self.server($0)
        } _: { place in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(place.port, "/", "minimum-version: 1.3, content: ok"))
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["version"] == "TLS 1.3")
            #expect(result.facts["handshake"] == "established")
            #expect(result.facts["verification"]?["verified"] == true)
            #expect(result.facts["certificates"]?.items?.count == 2)
            for key in ["resolve-ms", "connect-ms", "handshake-ms", "response-ms", "transfer-ms"] {
                #expect((result.facts[key]?.integer ?? -1) >= 0, "\(key)")
            }
        }
    }

    @Test("HTTP/2 is agreed on where it is asked for", arguments: [true, false])
    func version(_ isOffered: Bool) async throws {
        try await Nginx.with { place in
            let text = Self.server(place)
            return isOffered ? text : text.replacingOccurrences(of: "http2", with: "")
        } _: { place in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(place.port, "/", "http-version: 2"))
            #expect(result.outcome == (isOffered ? .met : .unmet), "\(result.summary)")
            #expect(result.facts["http-version"] == (isOffered ? "2" : "1.1"))
        }
    }

    @Test(
        "A server that is not trusted is told nothing, for the reasons that `tls` gives",
        arguments: [
            "expired", "not-yet-valid", "wrong-host", "no-names", "self-signed",
            "unknown-authority", "intercepted",
        ])
    func untrusted(_ certificate: String) async throws {
        try await Nginx.with {
            Self.server($0, certificate)
        } _: { place in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(place.port, "/", "request-headers: {X-Key: secret}"))
            let session = await TLSCheck.test(place.port).carryOut(in: .test())
            #expect(result.outcome == .unmet)
            #expect(result.findings == session.findings, "\(result.summary)")
            #expect(result.facts["verification"] == session.facts["verification"])
            #expect(result.facts["request"] == "not sent")
            #expect(place.requests.isEmpty)
        }
    }

    @Test("An issuer that is not the expected one is told nothing either")
    func issuer() async throws {
        try await Nginx.with {
            Self.server($0)
        } _: { place in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(place.port, "/", "issuer: Somebody Else"))
            #expect(result.outcome == .unmet)
            #expect(place.requests.isEmpty)
        }
    }

    @Test("Without verification any certificate passes, and the report says so")
    func unverified() async throws {
        try await Nginx.with {
            Self.server($0, "self-signed")
        } _: { place in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(place.port, "/", "verify: false"))
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.warned.contains("a self-signed certificate"))
        }
        let read = try CheckKind.http.reading("{url: 'https://a.test', verify: false}").check
        #expect(read?.definition.cautions == [.certificateNotVerified])
    }

    @Test("A server that is behind is seen with its version, and told nothing")
    func old() async throws {
        try await OpenSSLServer.with(
            certificate: "good", ["-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0"]
        ) { port in
            let result = try await HTTPCheck.outcome(HTTPCheck.secured(port))
            #expect(result.unmet == ["TLS 1.1"], "\(result.summary)")
            #expect(result.facts["request"] == "not sent")
        }
    }

    /// What is no TLS, and what is said of it.
    struct Plain: CustomTestStringConvertible {
        let testDescription: String
        let behaviour: LoopbackServer.Behaviour
        let handshake: String
        let outcome: CheckOutcome.Outcome
    }

    @Test(
        "What is no TLS, or breaks the handshake off, is told apart as in `tls`",
        arguments: [
            Plain(
                testDescription: "HTTP", behaviour: .answers("HTTP/1.1 400 Bad Request\r\n\r\n"),
                handshake: "not TLS", outcome: .unmet),
            Plain(
                testDescription: "mail", behaviour: .greets("220 mail.example.test ESMTP\r\n"),
                handshake: "not TLS", outcome: .unmet),
            Plain(
                testDescription: "closes", behaviour: .closes,
                handshake: "closed during the handshake", outcome: .unmet),
            Plain(
                testDescription: "resets", behaviour: .resets,
                handshake: "reset during the handshake", outcome: .unmet),
            Plain(
                testDescription: "alert", behaviour: .sends([21, 3, 3, 0, 2, 2, 40]),
                handshake: "handshake failure (alert 40)", outcome: .unmet),
            Plain(
                testDescription: "silent", behaviour: .silent, handshake: "timed out",
                outcome: .undetermined),
        ])
    func noTLS(_ example: Plain) async throws {
        try await LoopbackServer.with(example.behaviour) { server in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(server.port), timeout: .milliseconds(700))
            let session = await TLSCheck.test(server.port)
                .carryOut(in: .test(timeout: .milliseconds(700)))
            #expect(result.outcome == example.outcome, "\(result.summary)")
            #expect(result.facts["handshake"] == .string(example.handshake), "\(result.summary)")
            #expect(result.facts["handshake"] == session.facts["handshake"])
            #expect(result.findings.map(\.actual) == session.findings.map(\.actual))
            #expect(result.code == session.code)
        }
    }

    @Test(
        "An answer that is cut off is none, also where only its end says how long it is",
        arguments: [2600, 3200])
    func cut(_ count: Int) async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let whole = try await HTTPCheck.outcome(HTTPCheck.secured(port))
            #expect(whole.outcome == .met, "\(whole.summary)")
            try await ScriptedServer.with([], then: .cuts(to: port, after: count)) { server in
                let result = try await HTTPCheck.outcome(HTTPCheck.secured(server.port))
                #expect(result.outcome == .unmet, "\(result.summary)")
                #expect(!result.findings.contains { $0.expected.contains("status") })
            }
        }
    }

    @Test("What comes with the end of a handshake of TLS 1.2 is no answer")
    func unasked() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        try await UnaskedTalker.with(saying: answer) { port in
            let result = try await HTTPCheck.outcome(
                HTTPCheck.secured(port).replacing("root.pem", with: "intermediate.pem"))
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(result.facts["failure"] == "an answer that is none of HTTP")
            #expect(result.facts["version"] == "TLS 1.2")
        }
    }

    @Test("A ca-file that is not there is found out before anybody is bothered")
    func missingAuthorities() async throws {
        let result = try await HTTPCheck.outcome(
            "url: 'https://127.0.0.1:1/', ca-file: absent.pem")
        #expect(result.code == .credentialUnreadable)
    }
}
