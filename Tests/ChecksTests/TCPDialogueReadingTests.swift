import Checks
import Testing

/// How the dialogue of a `tcp` check is read.
struct TCPDialogueReadingTests {
    private func turns(_ text: String) throws -> (turns: [Turn]?, mistakes: [String]) {
        let (check, mistakes) = try CheckKind.tcp.reading(
            "{host: h.example.test, port: 7, dialogue: \(text)}")
        return ((check?.check as? TCPCheck)?.dialogue?.turns, mistakes)
    }

    @Test("Each form of a turn is read")
    func forms() throws {
        let (read, mistakes) = try turns(
            #"""
            [{bytes: 4, capture: {salt: "(.)$"}}, {send: [a, {hex: 00fF}, {captured: salt}]},
             {expect: "1.10", through: ok}, {tls: {minimum-version: 1.3}}]
            """#)
        #expect(mistakes == [])
        let read4 = try #require(read)
        let salt = Turn.Capture("salt", try #require(TextPattern("(.)$")))
        #expect(read4[0] == .hear(Turn.Hearing(.bytes(4), captures: [salt])))
        #expect(read4[1] == .send([.bytes([97]), .bytes([0, 255]), .captured("salt")]))
        #expect(
            read4[2]
                == .hear(
                    Turn.Hearing(
                        .lines(through: .containing("ok")), expected: .containing("1.10"))))
        guard case .secure(let tls) = read4[3] else { return #expect(Bool(false)) }
        #expect(tls.certificate.name == "h.example.test" && tls.minimumVersion == .tls13)
    }

    @Test(
        "What makes no sense is a mistake that says what to do",
        arguments: [
            ("[]", "the list needs at least 1 entry"),
            ("[{}]", "the turn does nothing"),
            ("[{send: a}]", "nobody waits for an answer, so that nothing could be compared"),
            ("[{send: a, expect: b}]", "a turn sends, waits for an answer or begins TLS"),
            ("[{tls: {}, bytes: 3}]", "a turn sends, waits for an answer or begins TLS"),
            ("[{bytes: 1, through: a}]", "through and bytes exclude each other"),
            ("[{expect: a}, {tls: {}}, {tls: {}}]", "turn 3 begins TLS in TLS"),
            (
                "[{expect: a}, {send: {captured: t}}]",
                "turn 2 sends t, which no earlier turn captures"
            ),
            (
                "[{capture: {t: a}}, {capture: {t: b}}]", "turn 2 captures t a second time"
            ),
            ("[{expect: a}, {send: {}}]", "a part is bytes, or something that was captured"),
            (
                "[{expect: a}, {send: {hex: 00, captured: t}}]",
                "a part is bytes, or something that was captured"
            ),
        ])
    func mistakes(_ text: String, _ message: String) throws {
        let (read, mistakes) = try turns(text)
        #expect(read == nil)
        #expect(mistakes.contains(message), "\(mistakes)")
    }

    @Test(
        "A value of another type is a mistake",
        arguments: [
            "[{send: {hex: 0}}]", "[{expect: {matches: '('}}]", "[{capture: {a: '('}}]",
            "[{bytes: 0}]", "[{bytes: 65537}]", "[{expect: {}}]", "[{exspect: a}]", "a",
            "[{capture: {A: a}}]", "[{send: {env: TOKEN}}]",
        ])
    func types(_ text: String) throws {
        let (read, mistakes) = try turns(text)
        #expect(read == nil && !mistakes.isEmpty, "\(mistakes)")
    }

    @Test("More turns than the limit are a mistake")
    func limit() throws {
        let many = Array(repeating: "{expect: a}", count: 51).joined(separator: ", ")
        let (read, mistakes) = try turns("[\(many)]")
        #expect(read == nil && mistakes.count == 1, "\(mistakes)")
    }
}
