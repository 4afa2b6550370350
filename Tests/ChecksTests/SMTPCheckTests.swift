import CanonicalJSON
import Checks
import Rollout
import Testing

/// What an `smtp` check says of mail servers.
struct SMTPCheckTests {
    private static func server(_ place: Nginx.Place, _ certificate: String = "good") -> String {
        """
        auth_http 127.0.0.1:1/; server_name mail.example.test;
        smtp_capabilities "SIZE 10485760" ENHANCEDSTATUSCODES;
        server { listen 127.0.0.1:\(place.ports[0]); protocol smtp; smtp_auth plain login;
            starttls only; \(Nginx.certificate(certificate)) }
        server { listen 127.0.0.1:\(place.ports[1]) ssl; protocol smtp; smtp_auth plain;
            \(Nginx.certificate(certificate)) }
        """
    }

    private func outcome(
        _ port: Int, _ options: String = "", timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let text =
            "{host: good.example.test, connect-to: '127.0.0.1:\(port)', ca-file: root.pem"
            + (options.isEmpty ? "" : ", \(options)") + "}"
        let (check, mistakes) = try CheckKind.smtp.reading(text)
        return await (try #require(check, "\(mistakes)")).carryOut(in: .test(timeout: timeout))
    }

    @Test("Greeting, capabilities and ways to log in are seen once the session is protected")
    func good() async throws {
        try await Nginx.with(ports: 2, mail: { Self.server($0) }) { place in
            let options = """
                greeting: mail.example.test, capabilities: {contains: [SIZE, ENHANCEDSTATUSCODES],
                lacks: STARTTLS}, auth: {contains: PLAIN, lacks: CRAM-MD5}
                """
            let result = try await outcome(place.ports[0], options)
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["version"] == "TLS 1.3")
            let before = result.facts["capabilities-before-tls"]?.items ?? []
            #expect(before.contains("STARTTLS") && !before.contains("AUTH PLAIN LOGIN"))
            let direct = try await outcome(place.ports[1], "\(options), security: tls")
            #expect(direct.outcome == .met, "\(direct.summary)")
        }
    }

    @Test("What is not offered, and a certificate of somebody else, are unmet")
    func unmet() async throws {
        try await Nginx.with(ports: 2, mail: { Self.server($0, "intercepted") }) { place in
            let result = try await outcome(place.ports[0], "auth: {contains: XOAUTH2}")
            #expect(result.outcome == .unmet)
            #expect(result.unmet.count == 2, "\(result.summary)")
        }
    }

    @Test("A server without STARTTLS is unmet, and its offer of a login is worth a look")
    func plain() async throws {
        let lines = ["220 hi\r\n", "250-a\r\n250-AUTH PLAIN\r\n250 SIZE 1\r\n"]
        try await ScriptedServer.with(lines) { server in
            let result = try await outcome(server.port)
            #expect(result.unmet == ["no offer of TLS"], "\(result.summary)")
            #expect(result.warned == ["PLAIN"])
        }
        try await ScriptedServer.with(lines + ["221 bye\r\n"]) { server in
            let text =
                "{host: 127.0.0.1, port: \(server.port), security: none, auth: {contains: PLAIN}}"
            let read = try CheckKind.smtp.reading(text).check
            let result = try #require(await read?.carryOut(in: .test()))
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test(
        "What must not be offered is found in small letters and behind an equals sign too",
        arguments: [
            "capabilities: {none: {matches: '^auth$'}}", "capabilities: {lacks: AUTH}",
            "auth: {none: {matches: plain}}", "auth: {lacks: PLAIN}",
        ])
    func spellings(_ expectation: String) async throws {
        let lines = ["220 hi\r\n", "250-a\r\n250-auth=Plain\r\n250 SIZE 1\r\n", "221 bye\r\n"]
        try await ScriptedServer.with(lines) { server in
            let text =
                "{host: 127.0.0.1, port: \(server.port), security: none, \(expectation)}"
            let check = try #require(try CheckKind.smtp.reading(text).check)
            let result = await check.carryOut(in: .test())
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
    }

    @Test(
        "A greeting is held against what came, and is unknown where nothing says its encoding",
        arguments: [
            ("{lacks: é}", CheckOutcome.Outcome.undetermined), ("caf", .undetermined),
            ("{lacks: é, encoding: utf-8}", .undetermined),
            ("{contains: é, encoding: iso-8859-1}", .met),
            ("{lacks: é, encoding: iso-8859-1}", .unmet),
            (#"{lacks: "\x01", encoding: iso-8859-1}"#, .unmet),
        ])
    func greeting(_ wanted: String, _ outcome: CheckOutcome.Outcome) async throws {
        let lines: [[UInt8]] = [
            Array("220 caf".utf8) + [0xE9, 0x20, 0x01] + Array("mail\r\n".utf8),
            Array("250-a\r\n250 SIZE 1\r\n".utf8), Array("221 bye\r\n".utf8),
        ]
        try await ScriptedServer.with(bytes: lines) { server in
            let text =
                "{host: 127.0.0.1, port: \(server.port), security: none, greeting: \(wanted)}"
            let check = try #require(try CheckKind.smtp.reading(text).check)
            let result = await check.carryOut(in: .test())
            #expect(result.outcome == outcome, "\(result.summary)")
            #expect(result.facts["greeting"] == "caf\u{FFFD} ‹U+0001›mail")
        }
    }

    @Test("Capabilities that come with the greeting are no answer to the question for them")
    func unasked() async throws {
        try await ScriptedServer.with(["220 hi\r\n250-a\r\n250 SIZE 1\r\n", "221 bye\r\n"]) {
            server in
            let text = "{host: 127.0.0.1, port: \(server.port), security: none}"
            let check = try #require(try CheckKind.smtp.reading(text).check)
            let result = await check.carryOut(in: .test())
            #expect(result.unmet == ["bytes before EHLO that nobody asked for"])
        }
    }

    @Test("What is offered in two spellings counts once")
    func doubles() async throws {
        let offer = "250-a\r\n250-AUTH=LOGIN\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1\r\n"
        try await ScriptedServer.with(["220 hi\r\n", offer, "221 bye\r\n"]) { server in
            let text =
                "{host: 127.0.0.1, port: \(server.port), security: none,"
                + " auth: {length: 2}, capabilities: {length: 2}}"
            let check = try #require(try CheckKind.smtp.reading(text).check)
            let result = await check.carryOut(in: .test())
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("A capability is judged as a whole, however long its line is")
    func longLine() async throws {
        let line = "250-AUTH \(String(repeating: "X", count: 600)) PLAIN\r\n"
        try await ScriptedServer.with([
            "220 hi\r\n", "250-a\r\n\(line)250 SIZE 1\r\n", "221 bye\r\n",
        ]) {
            server in
            let text =
                "{host: 127.0.0.1, port: \(server.port), security: none, auth: {lacks: PLAIN}}"
            let read = try CheckKind.smtp.reading(text).check
            let result = try #require(await read?.carryOut(in: .test()))
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(
                result.facts["capabilities"]?.items?.allSatisfy { ($0.text ?? "").count <= 513 }
                    ?? false)
        }
    }

    @Test("What is quoted of a long refusal is bounded")
    func long() async throws {
        let line = "421 " + String(repeating: "\u{1}", count: 4000) + "\r\n"
        try await ScriptedServer.with([line]) { server in
            let result = try await outcome(server.port)
            #expect(result.outcome == .unmet)
            #expect(result.unmet.allSatisfy { $0.utf8.count < 1000 })
        }
    }

    @Test("A server that says no or nothing is told apart")
    func closed() async throws {
        try await ScriptedServer.with(["421 too busy\r\n"]) { server in
            let result = try await outcome(server.port)
            #expect(result.unmet == ["no welcome: 421 too busy"], "\(result.summary)")
        }
        try await LoopbackServer.with(.silent) { server in
            let result = try await outcome(server.port, timeout: .milliseconds(300))
            #expect(result.code == .exchangeTimedOut)
        }
        try await LoopbackServer.with(.silent) { server in
            let result = try await outcome(
                server.port, "security: tls", timeout: .milliseconds(300))
            #expect(result.code == .handshakeTimedOut)
        }
    }
}
