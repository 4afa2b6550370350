import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What a `tcp` check says of servers that it speaks with.
struct TCPDialogueTests {
    private func outcome(
        _ port: Int, _ dialogue: String, timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let text =
            "{host: good.example.test, port: 1, connect-to: '127.0.0.1:\(port)',"
            + " dialogue: [\(dialogue)]}"
        let (check, mistakes) = try CheckKind.tcp.reading(text)
        return await (try #require(check, "\(mistakes)")).carryOut(in: .test(timeout: timeout))
    }

    @Test("A dialogue with a mail server goes on in TLS, and its answers are facts")
    func mail() async throws {
        try await Nginx.with(mail: { place in
            """
            auth_http 127.0.0.1:1/; server_name mail.example.test;
            server { listen 127.0.0.1:\(place.port); protocol smtp; smtp_auth plain;
                starttls only; \(Nginx.certificate("good")) }
            """
        }) { place in
            let dialogue = #"""
                {expect: {starts-with: "220 "}, capture: {name: "^220 ([a-z.]+)"}},
                {send: "EHLO x\r\n"},
                {through: {starts-with: "250 "}, expect: {contains: STARTTLS, lacks: "AUTH"}},
                {send: "STARTTLS\r\n"}, {expect: "220 "},
                {tls: {ca-file: root.pem, minimum-version: 1.3}},
                {send: ["EHLO ", {captured: name}, {hex: 0d0a}]},
                {through: {starts-with: "250 "}, expect: {matches: "^250.AUTH PLAIN$"}}
                """#
            let result = try await outcome(place.port, dialogue)
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["captured"] == ["name": "mail.example.test"])
            #expect(result.facts["version"] == "TLS 1.3")
            let turns = result.facts["dialogue"]?.items ?? []
            #expect(turns.count == 8 && turns[5]["tls"] == true)
            #expect(turns[1] == ["turn": 2, "sent-bytes": 8])
            #expect(turns[4]["answer"]?.text?.hasPrefix("220 ") == true)
            let stranger = try await outcome(
                place.port, dialogue.replacing("root.pem", with: "other-root.pem"))
            #expect(stranger.outcome != .met, "\(stranger.summary)")
        }
    }

    @Test("What is captured is sent in a later turn, and an answer may be a number of bytes")
    func echo() async throws {
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port);
                location = /token { add_header X-Token "a1b2"; return 204; }
                location / { return 200 "token $http_x_key"; } }
            """
        } _: { place in
            let result = try await outcome(
                place.port,
                #"""
                {send: "GET /token HTTP/1.1\r\nHost: h\r\n\r\n"},
                {through: {length: 0}, expect: {starts-with: HTTP/1.1 204},
                    capture: {token: "^X-Token: (.*)$", server: "nginx"}},
                {send: ["GET / HTTP/1.1\r\nHost: h\r\nX-Key: ", {captured: token}, "\r\n\r\n"]},
                {through: {length: 0}, expect: {contains: "Content-Length: 10"}},
                {bytes: 10, expect: {equals: "token a1b2"}}
                """#)
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["captured"] == ["token": "a1b2", "server": "nginx"])
            #expect(place.requests.last == "GET / HTTP/1.1 \"-\" \"a1b2\" \"-\"")
        }
    }

    @Test("An answer that does not fit is unmet, and nothing more is said")
    func unexpected() async throws {
        try await ScriptedServer.with(["554 go away\r\n", "250 ok\r\n"]) { server in
            let result = try await outcome(
                server.port,
                #"{expect: {starts-with: "220 "}}, {send: "EHLO x\r\n"}, {expect: "250"}"#)
            #expect(result.outcome == .unmet)
            #expect(result.unmet == ["\"554 go away\""], "\(result.summary)")
            #expect(result.facts["dialogue"]?.items?.count == 1)
            #expect(result.facts["failure"] == nil)
        }
        try await ScriptedServer.with(["220 hi\r\n"]) { server in
            let result = try await outcome(
                server.port, #"{capture: {id: "id=([0-9]+)"}}, {tls: {}}"#)
            #expect(result.unmet == ["\"220 hi\""], "\(result.summary)")
            #expect(result.facts["captured"] == nil)
        }
    }

    @Test("Silence is undetermined, also in the middle; what came of the answer is kept")
    func silence() async throws {
        try await LoopbackServer.with(.silent) { server in
            let result = try await outcome(
                server.port, "{expect: hi}", timeout: .milliseconds(200))
            #expect(result.code == .exchangeTimedOut && result.unknown == ["timed out"])
            #expect(result.outcome == .undetermined && result.facts["unfinished"] == nil)
        }
        try await LoopbackServer.with(.greets("hello\nlogin: ")) { server in
            let result = try await outcome(
                server.port, "{expect: hello}, {expect: login}", timeout: .milliseconds(200))
            #expect(result.outcome == .undetermined, "\(result.summary)")
            #expect(result.facts["unfinished"] == "login: ")
            let words = "turn 2 of the dialogue with good.example.test:1"
            #expect(result.findings.last?.expected == words)
        }
        try await LoopbackServer.with(.greets("250-a\n250-b\n25")) { server in
            let result = try await outcome(
                server.port, "{through: {starts-with: '250 '}}", timeout: .milliseconds(200))
            #expect(result.outcome == .undetermined, "\(result.summary)")
            let text = result.facts["unfinished"]?.text ?? ""
            #expect(text.contains("250-a") && text.hasSuffix("25"), "\(text)")
        }
    }

    @Test("A group that takes no part in the match captures nothing")
    func emptyGroup() async throws {
        try await ScriptedServer.with(["xb\r\n"]) { server in
            let result = try await outcome(server.port, #"{capture: {t: "(a)|(b)"}}"#)
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
    }

    @Test("A server that hangs up in the middle is unmet")
    func closed() async throws {
        for dialogue in ["{expect: hello}, {expect: more}", "{bytes: 5}, {bytes: 9}"] {
            try await ScriptedServer.with(["hello\nand"]) { server in
                let result = try await outcome(server.port, dialogue)
                #expect(result.outcome == .unmet, "\(result.summary)")
                #expect(result.unmet == ["an end of the connection"])
                #expect(result.facts["unfinished"]?.text?.hasSuffix("and") == true)
                #expect(result.facts["failure"] == "closed")
            }
        }
    }

    @Test("An answer that comes in pieces is one answer, whatever ends it")
    func pieces() async throws {
        let turns = "{expect: {equals: 220 ready}}, {bytes: 3, expect: {equals: abc}}"
        try await LoopbackServer.with(.trickles("220 ready\r\nabc")) { server in
            let result = try await outcome(server.port, turns)
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("Bytes that nobody asked for before TLS are an injection")
    func injected() async throws {
        try await ScriptedServer.with(["220 go\r\nand more\r\n"]) { server in
            let result = try await outcome(server.port, #"{expect: "220"}, {tls: {}}"#)
            #expect(result.unmet == ["bytes before TLS that nobody asked for"])
            #expect(result.facts["version"] == nil)
        }
    }

    @Test("TLS may begin at once, and its findings stand in their place")
    func direct() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let rest = #"{send: "GET / HTTP/1.0\r\n\r\n"}, {expect: HTTP/1.0 200}"#
            let good = try await outcome(port, "{tls: {ca-file: root.pem}}, \(rest)")
            #expect(good.outcome == .met, "\(good.summary)")
            let other = try await outcome(port, "{tls: {}}, \(rest)")
            #expect(other.outcome == .unmet, "\(other.summary)")
            let name = try await outcome(
                port, "{tls: {ca-file: root.pem, server-name: other.example.test}}, \(rest)")
            #expect(name.outcome == .unmet, "\(name.summary)")
        }
    }

    @Test("What a hostile server says is bounded, and clean")
    func hostile() async throws {
        try await LoopbackServer.with(.greets("\u{1b}[2J\u{0}evil\r\n")) { server in
            let result = try await outcome(server.port, "{expect: good}")
            #expect(result.outcome == .unmet)
            let answer = result.facts["dialogue"]?.items?.first?["answer"]?.text ?? ""
            for text in result.unmet + [answer] {
                #expect(text.contains("evil"))
                #expect(!text.unicodeScalars.contains { $0.value < 32 }, "\(text)")
            }
        }
        let long = String(repeating: "a", count: 5000)
        try await LoopbackServer.with(.greets(long)) { server in
            let result = try await outcome(server.port, "{expect: a}")
            #expect(result.unmet == ["a line without end"], "\(result.summary)")
        }
        let lines = String(repeating: String(repeating: "a", count: 999) + "\n", count: 70)
        try await LoopbackServer.with(.greets(lines)) { server in
            let result = try await outcome(server.port, "{through: {equals: b}}")
            #expect(result.unmet == ["an answer without end"], "\(result.summary)")
        }
    }

    @Test("A search without end, and bytes that are no text, leave it undetermined")
    func undetermined() async throws {
        try await LoopbackServer.with(.greets(String(repeating: "a", count: 60) + "b\n")) {
            server in
            for turn in ["expect: {matches: \"^(a+)+$\"}", "capture: {a: \"^(a+)+$\"}"] {
                let result = try await outcome(
                    server.port, "{\(turn)}", timeout: .milliseconds(400))
                #expect(result.outcome == .undetermined, "\(result.summary)")
                #expect(result.unknown.first?.hasPrefix("a search without end") == true)
            }
        }
        try await LoopbackServer.with(.sends([0xff, 0xfe, 10])) { server in
            let result = try await outcome(server.port, #"{send: "x"}, {capture: {a: "."}}"#)
            #expect(result.outcome == .undetermined, "\(result.summary)")
        }
    }

    @Test("What was not reached is never met")
    func nothing() {
        let dial = DialReport(
            host: "h", port: 1,
            attempts: [.init(address: "127.0.0.1", result: .connected, milliseconds: 1)])
        let check = TCPCheck(
            Endpoint(host: "h", port: 1), Dialogue([.hear(Turn.Hearing()), .send([])]))
        for events in [[], [DialogueRecord.Event.heard([97], milliseconds: 0)]] {
            var record = DialogueRecord()
            record.events = events
            let result = check.judge(
                .init(ConnectionReport(dial: dial, limit: .seconds(1)), record),
                at: CheckEnvironment.testInstant
            ).result
            #expect(result.outcome == .undetermined, "\(result.summary)")
            #expect(result.unknown == ["it was not reached"])
        }
    }
}
