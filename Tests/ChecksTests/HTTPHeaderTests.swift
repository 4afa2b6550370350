import CanonicalJSON
import Checks
import Rollout
import Testing

/// What an `http` check says of headers whose bytes are no plain text.
struct HTTPHeaderTests {
    private static func answer(_ status: String, _ headers: [UInt8]) -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n".utf8) + headers
            + Array("\r\n\r\n".utf8)
    }

    private func outcome(_ answer: [UInt8], _ options: String) async throws -> CheckOutcome {
        try await LoopbackServer.with(.sends(answer)) { server in
            try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/', \(options)")
        }
    }

    @Test(
        "A header is held against what came, and not against what is shown of it",
        arguments: [
            (#"{contains: "b\x01c"}"#, CheckOutcome.Outcome.met), (#"{lacks: "\x01"}"#, .unmet),
            (#"{lacks: "\t"}"#, .unmet), (#"{equals: "a\tevil b\x01c"}"#, .met),
            ("{contains: '‹U+0001›'}", .unmet), ("{contains: U+0001}", .unmet),
            ("{length: 9}", .unmet), ("{length: 10}", .met), ("present", .met),
        ])
    func controls(_ wanted: String, _ isMet: CheckOutcome.Outcome) async throws {
        let answer = Self.answer("200 OK", Array("X-T: a\tevil b\u{1}c".utf8))
        let result = try await outcome(answer, "headers: {X-T: \(wanted)}")
        #expect(result.outcome == isMet, "\(result.summary)")
        #expect(result.facts["headers"]?["x-t"] == "a evil b‹U+0001›c")
    }

    @Test(
        "What is no UTF-8 is unknown, unless it is said what it is",
        arguments: [
            ("{lacks: é}", CheckOutcome.Outcome.undetermined), ("{contains: caf}", .undetermined),
            (#"{contains: "\uFFFD"}"#, .undetermined), ("{length: 4}", .undetermined),
            ("{equals: café, encoding: iso-8859-1}", .met),
            ("{lacks: é, encoding: iso-8859-1}", .unmet), ("present", .met), ("absent", .unmet),
        ])
    func foreign(_ wanted: String, _ outcome: CheckOutcome.Outcome) async throws {
        let answer = Self.answer("200 OK", Array("X-A: caf".utf8) + [0xE9])
        let result = try await self.outcome(answer, "headers: {X-A: \(wanted)}")
        #expect(result.outcome == outcome, "\(result.summary)")
    }

    @Test("A blank that HTTP does not know is part of a value that says where the body ends")
    func framing() async throws {
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\u{b}\r\n\r\n".utf8)
        let result = try await outcome(answer, "status: 200")
        #expect(result.outcome == .unmet, "\(result.summary)")
    }

    @Test(
        "The password of a URL is shown nowhere",
        arguments: ["status: 200", "status: 302, headers: {Location: {equals: x}}"])
    func password(_ options: String) async throws {
        let answer = Self.answer("302 Found", Array("Location: http://u:s3cret@h.test/".utf8))
        let result = try await outcome(answer, options)
        #expect(result.outcome == .unmet)
        #expect(result.facts["headers"]?["location"] == "http://u:…@h.test/")
        #expect(!"\(result.facts) \(result.findings)".contains("s3cret"), "\(result.summary)")
    }
}
