import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What an `http` check says of answers without TLS.
struct HTTPCheckTests {
    private static func answer(
        _ status: String = "200 OK", _ headers: String = "", _ body: String = "hello"
    ) -> String {
        "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    private func outcome(
        _ answer: String, _ options: String = "", timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        try await LoopbackServer.with(.answers(answer)) { server in
            try await HTTPCheck.outcome(
                "url: 'http://127.0.0.1:\(server.port)/'" + (options.isEmpty ? "" : ", \(options)"),
                timeout: timeout)
        }
    }

    @Test(
        "By default every status from 200 to 299 is good, and no other",
        arguments: zip(
            [200, 201, 299, 300, 404, 503], [true, true, true, false, false, false]))
    func status(_ status: Int, _ isGood: Bool) async throws {
        let result = try await outcome(Self.answer("\(status) Any"))
        #expect(result.outcome == (isGood ? .met : .unmet), "\(result.summary)")
        #expect(result.facts["status"] == .integer(Int64(status)))
        #expect(
            result.findings == [
                Finding("the status 200–299", actual: "the status \(status)", met: isGood)
            ])
    }

    @Test("A list of statuses is exact", arguments: zip([200, 404], [false, true]))
    func statuses(_ status: Int, _ isGood: Bool) async throws {
        let result = try await outcome(Self.answer("\(status) Any"), "status: [204, 400-404]")
        #expect(result.outcome == (isGood ? .met : .unmet))
    }

    @Test("Headers, content and size are held against the same answer")
    func expectations() async throws {
        let options = """
            headers: {Server: {equals: test}, X-Frame: absent, X-Empty: {equals: ""}},
            content: {contains: ell, lacks: bye}, size: {minimum: 5, maximum: 5}
            """
        let good = try await outcome(Self.answer("200 OK", "Server: test\r\nX-Empty:\r\n"), options)
        #expect(good.outcome == .met, "\(good.summary)")
        #expect(good.facts["content"] == "hello")
        #expect(good.facts["headers"]?["server"] == "test")
        let bad = try await outcome(Self.answer("200 OK", "X-Frame:\r\n", "bye"), options)
        #expect(
            bad.unmet == [
                "nothing", "\"\"", "nothing", "\"bye\"", "the content with \"bye\"",
                "a content of 3 bytes",
            ])
    }

    @Test(
        "Values of JSON are judged, and what is none or says things twice is not taken for absent")
    func json() async throws {
        let options = "json: {/status: ok, /nodes/0/up: true, /error: absent}"
        func with(_ body: String) async throws -> CheckOutcome {
            try await outcome(Self.answer("200 OK", "", body), options)
        }
        let good = try await with(#"{"status":"ok","nodes":[{"up":true}]}"#)
        #expect(good.outcome == .met, "\(good.summary)")
        for bad in [#"{"status":"ok","nodes":[]}"#, "", "<html>"] {
            let result = try await with(bad)
            #expect(result.outcome == .unmet, "\(result.summary)")
        }
        let twice = try await with(#"{"status":"no","status":"ok","nodes":[{"up":true}]}"#)
        #expect(twice.outcome == .undetermined, "\(twice.summary)")
    }

    @Test("Several headers of one name are one value, and cookies stay out of the facts")
    func joined() async throws {
        let result = try await outcome(
            Self.answer("200 OK", "Vary: a\r\nvary: b\r\nSet-Cookie: id=secret; Path=/\r\n"),
            "headers: {vary: {equals: 'a, b'}}")
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["headers"]?["set-cookie"] == "id=…")
        #expect(!"\(result.facts)".contains("secret"))
    }

    @Test("A limit of size counts exactly", arguments: zip([127, 128, 129], [true, true, false]))
    func size(_ count: Int, _ isGood: Bool) async throws {
        let result = try await outcome(
            Self.answer("200 OK", "", String(repeating: "a", count: count)), "size: {maximum: 128}")
        #expect(result.outcome == (isGood ? .met : .unmet), "\(result.summary)")
    }

    /// What a server sends, and what is said of it.
    struct Broken: CustomTestStringConvertible {
        let testDescription: String
        let answer: String
        let failure: String
    }

    @Test(
        "What breaks off or is no HTTP is never judged as a status",
        arguments: [
            Broken(
                testDescription: "head cut", answer: "HTTP/1.1 200 OK\r\nServer: a\r\n",
                failure: "closed"),
            Broken(
                testDescription: "body cut",
                answer: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello",
                failure: "cut off"),
            Broken(
                testDescription: "no HTTP", answer: "SSH-2.0-OpenSSH_9\r\n",
                failure: "an answer that is none of HTTP"),
            Broken(
                testDescription: "status of four digits", answer: "HTTP/1.1 1000 OK\r\n\r\n",
                failure: "an answer that is none of HTTP"),
            Broken(
                testDescription: "another version", answer: "HTTP/3.7 200 OK\r\n\r\n",
                failure: "an answer that is none of HTTP"),
            Broken(
                testDescription: "broken chunk",
                answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nhello\r\n",
                failure: "a chunk that is broken"),
            Broken(
                testDescription: "broken gzip",
                answer:
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
                failure: "a content encoding that is broken"),
            Broken(
                testDescription: "head without end",
                answer: "HTTP/1.1 200 OK\r\n" + String(repeating: "A: b\r\n", count: 1500) + "\r\n",
                failure: "a head without end"),
            Broken(testDescription: "nothing", answer: "", failure: "closed"),
        ])
    func broken(_ example: Broken) async throws {
        let result = try await outcome(example.answer, "status: 100-599")
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.facts["failure"] == .string(example.failure), "\(result.summary)")
        #expect(!result.findings.contains { $0.expected.contains("status") })
    }

    @Test("A server that resets is unmet, and one that is silent is undetermined in time")
    func resetAndSilence() async throws {
        try await LoopbackServer.with(.resets) { server in
            let result = try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(server.port)/'")
            #expect(result.outcome == .unmet, "\(result.summary)")
            #expect(result.unmet == ["a reset"])
        }
        try await LoopbackServer.with(.silent) { server in
            let clock = ContinuousClock()
            let began = clock.now
            let result = try await HTTPCheck.outcome(
                "url: 'http://127.0.0.1:\(server.port)/'", timeout: .milliseconds(300))
            #expect(result.outcome == .undetermined)
            #expect(result.code == .exchangeTimedOut)
            #expect(clock.now - began < .seconds(60))
        }
    }

    @Test("A port on which nothing listens is unmet with the reason of the connection")
    func refused() async throws {
        try await LoopbackServer.withClosedPort { port in
            let result = try await HTTPCheck.outcome("url: 'http://127.0.0.1:\(port)/x'")
            #expect(
                result.findings == [
                    Finding(
                        "an answer of http://127.0.0.1:\(port)/x",
                        actual: "a refusal: nothing listens there", .unmet)
                ])
        }
    }

    @Test("A run that is ended does not wait for the server")
    func cancelled() async throws {
        try await LoopbackServer.with(.silent) { server in
            let port = server.port
            let clock = ContinuousClock()
            let began = clock.now
            let task = Task {
                try await HTTPCheck.outcome(
                    "url: 'http://127.0.0.1:\(port)/'", timeout: .seconds(600))
            }
            await server.received()
            task.cancel()
            let result = try await task.value
            #expect(result.code == .stopped)
            #expect(clock.now - began < .seconds(60))
        }
    }

    @Test("The time that is allowed is judged without its milliseconds in the finding")
    func time() async throws {
        let result = try await outcome(Self.answer(), "time: {maximum: 10s}")
        #expect(result.findings.last?.actual == "an answer in at most 10s")
        #expect(result.outcome == .met)
        #expect((result.facts["total-ms"]?.integer ?? -1) >= 0)
    }

    @Test("The request is what the checklist says")
    func request() async throws {
        try await Nginx.with { place in
            "server { listen 127.0.0.1:\(place.port); location / { return 200 $request_method; } }"
        } _: { place in
            let url = "url: 'http://127.0.0.1:\(place.port)/a/../b?c=d'"
            let result = try await HTTPCheck.outcome(
                "\(url), method: POST, body: '{}', request-headers: {X-Key: k, Cookie: c=d}")
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(place.requests == ["POST /a/../b?c=d HTTP/1.1 \"-\" \"k\" \"c=d\""])
            #expect(result.facts["content"] == nil)
        }
    }

    @Test("A body is measured after decompression, and a bomb is not read to its end")
    func bomb() async throws {
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port); gzip on; default_type text/html; }
            """
        } _: { place in
            try place.folder.write("bomb.bin", [UInt8](repeating: 0, count: 20 << 20))
            let url = "url: 'http://127.0.0.1:\(place.port)/bomb.bin'"
            let result = try await HTTPCheck.outcome("\(url), size: {maximum: 1 MB}")
            #expect(result.facts["headers"]?["content-encoding"] == "gzip")
            #expect(result.unmet == ["a content of more than 1000000 bytes"], "\(result.summary)")
            #expect((result.facts["content-bytes"]?.integer ?? .max) < 2_000_000)
            let open = try await HTTPCheck.outcome(
                "\(url), size: {minimum: 1}, content: {lacks: x}")
            #expect(open.outcome == .undetermined, "\(open.summary)")
        }
    }
}
