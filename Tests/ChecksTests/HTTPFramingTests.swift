import CanonicalJSON
import Checks
import Rollout
import Testing

/// What an `http` check says of heads that two readers may take for two different answers.
struct HTTPFramingTests {
    private func outcome(_ head: String, _ body: String, _ options: String) async throws
        -> CheckOutcome
    {
        try await LoopbackServer.with(.answers("HTTP/1.1 200 OK\r\n\(head)\r\n\(body)")) { server in
            try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/', \(options)")
        }
    }

    @Test(
        "A head that does not say in one way where the body ends is no answer",
        arguments: [
            ("Content-Length: 5\r\nContent-Length: 2\r\n", "several lengths of the body"),
            ("Content-Length: 2\r\nContent-Length: 5\r\n", "several lengths of the body"),
            ("Content-Length: 2, 5\r\n", "several lengths of the body"),
            ("Content-Length: +2\r\n", "a length of the body that is none"),
            ("Content-Length: 0x2\r\n", "a length of the body that is none"),
            ("Content-Length: 2a\r\n", "a length of the body that is none"),
            ("Content-Length: 2\r\n 5\r\n", "a length of the body that is none"),
            ("Transfer-Encoding: identity\r\n", "a transfer encoding that is not chunked"),
            ("Transfer-Encoding: gzip\r\n", "a transfer encoding that is not chunked"),
            ("Transfer-Encoding: chunked, chunked\r\n", "a transfer encoding that is not chunked"),
            (
                "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                "chunks beside a length of the body"
            ),
        ])
    func ambiguous(_ head: String, _ failure: String) async throws {
        let result = try await outcome(head, "hi bad", "content: {lacks: bad}, status: 100-599")
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.facts["failure"] == .string(failure))
    }

    @Test("The same length twice, and chunks, are one way")
    func plain() async throws {
        for (head, body) in [
            ("Content-Length: 2\r\nContent-Length: 02\r\n", "hi"),
            ("Transfer-Encoding: Chunked\r\n", "2\r\nhi\r\n0\r\n\r\n"),
        ] {
            let result = try await outcome(head, body, "content: {equals: hi}")
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("Chunks of HTTP/1.0, which knows none, are no answer")
    func older() async throws {
        let text = "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"
        try await LoopbackServer.with(.answers(text)) { server in
            let result = try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/'")
            #expect(result.facts["failure"] == "a transfer encoding of HTTP/1.0")
        }
    }

    @Test("A version that was not agreed on is not taken for the one that is spoken")
    func version() async throws {
        let text = "HTTP/2 200 OK\r\nContent-Length: 2\r\n\r\nhi"
        try await LoopbackServer.with(.answers(text)) { server in
            let result = try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/'")
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(result.facts["http-version"] == nil)
        }
    }

    @Test(
        "A line that others take for a header is not passed over as none",
        arguments: ["X-A : evil\r\n", "X-A\t: evil\r\n", ": evil\r\n", "X-B: b\rX-A: evil\r\n"])
    func names(_ line: String) async throws {
        let result = try await outcome(
            "\(line)Content-Length: 2\r\n", "hi", "headers: {X-A: absent}")
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.facts["failure"] == "a head that is none of HTTP")
    }

    @Test("A header that goes on in the next line is one value")
    func folded() async throws {
        let head = "X-A: one\r\n two: evil\r\nX-B:\r\n\tb\r\nContent-Length: 2\r\n"
        let result = try await outcome(
            head, "hi", "headers: {X-A: {equals: 'one two: evil'}, X-B: {equals: b}}")
        #expect(result.outcome == .met, "\(result.summary)")
    }
}
