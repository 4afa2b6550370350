import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// TLS that begins on demand, in every protocol that has it.
struct StartTLSTests {
    private static let features = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"
    private static let stream = "<?xml version='1.0'?><stream:stream id='a'>"
    private static let mysql =
        "\u{22}\u{0}\u{0}\u{0}\u{a}8.0\u{0}1234saltsalt\u{0}\u{0}\u{8}0123456789abcd"

    /// What a server says, the first at once.
    private static let offers: [StartTLS: [String]] = [
        .smtp: ["220 hi\r\n", "250-a\r\n250-SIZE 1\r\n250 STARTTLS\r\n", "220 go\r\n"],
        .imap: [
            "* OK hi\r\n", "* CAPABILITY IMAP4rev1 STARTTLS\r\na1 OK done\r\n", "a2 OK go\r\n",
        ],
        .pop3: ["+OK hi\r\n", "+OK\r\nUIDL\r\nSTLS\r\n.\r\n", "+OK go\r\n"],
        .sieve: ["\"SIEVE\" \"x\"\r\n\"STARTTLS\"\r\nOK \"hi\"\r\n", "OK \"go\"\r\n"],
        .ldap: ["", "0\u{c}\u{2}\u{1}\u{1}x\u{7}\u{a}\u{1}\u{0}\u{4}\u{0}\u{4}\u{0}"],
        .xmpp: [
            "", "\(stream)<stream:features>\(features)</stream:features>",
            "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
        ],
        .postgres: ["", "S"],
        .mysql: [mysql],
    ]

    private func check(_ kind: StartTLS, _ port: Int) -> TLSCheck {
        var check = TLSCheck.test(port)
        check.startTLS = kind
        return check
    }

    @Test(
        "Every protocol comes to a session that is judged as any other",
        arguments: StartTLS.allCases)
    func offered(_ kind: StartTLS) async throws {
        let lines = try #require(Self.offers[kind])
        try await OpenSSLServer.with(certificate: "good") { port in
            let ending: ScriptedServer.Ending =
                kind == .mysql ? .skips(36, to: port) : .tunnels(to: port)
            try await ScriptedServer.with(lines, then: ending) { server in
                let result = await check(kind, server.port).carryOut(in: .test())
                #expect(result.outcome == .met, "\(result.summary)")
                #expect(result.facts["version"] == "TLS 1.3")
            }
        }
    }

    @Test(
        "What is sent before TLS and was not asked for is an injection",
        arguments: [StartTLS.smtp, .imap, .pop3, .sieve, .xmpp, .postgres, .ldap])
    func injected(_ kind: StartTLS) async throws {
        var lines = try #require(Self.offers[kind])
        lines[lines.count - 1] += "injected\r\n"
        try await ScriptedServer.with(lines) { server in
            let result = await check(kind, server.port).carryOut(in: .test())
            #expect(result.outcome == .unmet)
            #expect(result.unmet == ["bytes before TLS that nobody asked for"], "\(result.summary)")
        }
    }

    /// What a server says instead, and what is seen of it.
    struct Refusal: CustomTestStringConvertible {
        let kind: StartTLS
        let lines: [String]
        let actual: String

        var testDescription: String { "\(kind) \(actual)" }
    }

    @Test(
        "No offer, a refusal and another protocol are told apart",
        arguments: [
            Refusal(
                kind: .smtp, lines: ["220 hi\r\n", "250 SIZE 1\r\n"], actual: "no offer of TLS"),
            Refusal(
                kind: .smtp, lines: ["220 hi\r\n", "250-a\r\n250 STARTTLS\r\n", "454 later\r\n"],
                actual: "a refusal of TLS: 454 later"),
            Refusal(kind: .smtp, lines: ["554 no\r\n"], actual: "no welcome: 554 no"),
            Refusal(
                kind: .smtp, lines: ["SSH-2.0-x\r\n"], actual: "another protocol: SSH-2.0-x"),
            Refusal(
                kind: .imap, lines: ["* OK hi\r\n", "* CAPABILITY IMAP4rev1\r\na1 OK\r\n"],
                actual: "no offer of TLS"),
            Refusal(kind: .imap, lines: ["* BYE\r\n"], actual: "another protocol: * BYE"),
            Refusal(kind: .pop3, lines: ["+OK\r\n", "-ERR\r\n"], actual: "no offer of TLS"),
            Refusal(
                kind: .pop3, lines: ["+OK\r\n", "+OK\r\nSTLS\r\n.\r\n", "-ERR no\r\n"],
                actual: "a refusal of TLS: -ERR no"),
            Refusal(kind: .sieve, lines: ["OK\r\n"], actual: "no offer of TLS"),
            Refusal(
                kind: .ldap,
                lines: ["", "0\u{c}\u{2}\u{1}\u{1}x\u{7}\u{a}\u{1}\u{34}\u{4}\u{0}\u{4}\u{0}"],
                actual: "a refusal of TLS with the result code 52"),
            Refusal(
                kind: .xmpp, lines: ["", "\(stream)<stream:features></stream:features>"],
                actual: "no offer of TLS"),
            Refusal(kind: .postgres, lines: ["", "N"], actual: "no offer of TLS"),
            Refusal(
                kind: .mysql,
                lines: [mysql.replacingOccurrences(of: "\u{8}0123", with: "\u{1}0123")],
                actual: "no offer of TLS"),
        ])
    func refused(_ example: Refusal) async throws {
        try await ScriptedServer.with(example.lines) { server in
            let result = await check(example.kind, server.port).carryOut(in: .test())
            #expect(result.outcome == .unmet)
            #expect(result.unmet == [example.actual], "\(result.summary)")
        }
    }

    @Test(
        "A server that does not say its greeting is undetermined, one that hangs up is not met",
        arguments: [StartTLS.smtp, .mysql, .xmpp])
    func silent(_ kind: StartTLS) async throws {
        try await LoopbackServer.with(.silent) { server in
            let result = await check(kind, server.port)
                .carryOut(in: .test(timeout: .milliseconds(300)))
            #expect(result.code == .exchangeTimedOut, "\(result.summary)")
        }
        try await LoopbackServer.with(.hangsUp) { server in
            let result = await check(kind, server.port).carryOut(in: .test())
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
    }

    @Test("Servers of mail by nginx are understood", arguments: ["smtp", "imap", "pop3"])
    func mail(_ name: String) async throws {
        try await Nginx.with(mail: { place in
            """
            auth_http 127.0.0.1:1/; server_name mail.example.test;
            server { listen 127.0.0.1:\(place.port); protocol \(name); starttls on;
            \(Nginx.certificate("good")) }
            """
        }) { place in
            let options =
                "host: good.example.test, connect-to: '127.0.0.1:\(place.port)', ca-file: root.pem"
            let read = try CheckKind.tls.reading("{\(options), starttls: \(name)}").check
            let result = try #require(await read?.carryOut(in: .test()))
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("The usual port of a protocol is the default")
    func port() throws {
        let read = try CheckKind.tls.reading("{host: a.test, starttls: imap}").check
        #expect(read?.definition.subject == "a.test:143")
        let given = try CheckKind.tls.reading("{host: a.test, starttls: imap, port: 1143}").check
        #expect(given?.definition.subject == "a.test:1143")
    }
}
