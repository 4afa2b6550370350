import CanonicalJSON
import Checks
import Rollout
import Testing

/// What an `http` check says of answers that have no body, and of what stands before one.
struct HTTPBodyTests {
    private func outcome(_ answer: [UInt8], _ options: String) async throws -> CheckOutcome {
        try await LoopbackServer.with(.sends(answer)) { server in
            try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/', \(options)")
        }
    }

    @Test(
        "What an answer without a body would be met by is not known",
        arguments: [204, 304],
        ["content: {lacks: x}", "size: {maximum: 4}", "content: {equals: ''}"])
    func missing(_ status: Int, _ option: String) async throws {
        let answer = Array("HTTP/1.1 \(status) Any\r\n\r\n".utf8)
        let result = try await outcome(answer, "status: 200-399, \(option)")
        #expect(result.outcome == .undetermined, "\(result.summary)")
        #expect(result.unknown == ["no body: the status \(status) has none"])
        let other = try await outcome(answer, "status: 200-399, content: {contains: x}")
        #expect(other.outcome == .unmet, "\(other.summary)")
        let unasked = try await outcome(answer, "status: \(status)")
        #expect(unasked.outcome == .met, "\(unasked.summary)")
    }

    @Test("An empty body is one")
    func empty() async throws {
        let answer = Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)
        let result = try await outcome(answer, "content: {lacks: x}, size: {maximum: 4}")
        #expect(result.outcome == .met, "\(result.summary)")
    }

    @Test("A byte order mark stands before JSON, and is none of it")
    func mark() async throws {
        let body: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(#"{"a":1}"#.utf8)
        let head = Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
        let good = try await outcome(head + body, "json: {/a: 1, /b: absent}")
        #expect(good.outcome == .met, "\(good.summary)")
        #expect(good.facts["content-bytes"] == 10)
        let bad = try await outcome(head + body, "json: {/a: 2}")
        #expect(bad.outcome == .unmet, "\(bad.summary)")
    }
}
