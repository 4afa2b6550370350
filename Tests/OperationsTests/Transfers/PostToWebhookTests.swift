import Checks
import Operations
import Testing

/// What a webhook is told, how often, and when that counts as told.
struct PostToWebhookTests {
    private static let secretPath =
        "/webhook/7f3a9c1e5b8d2460/incoming?sig=abcdefghij0123456789&key=ab%2Bcd%2fefgh%3D"

    /// Posts to a server that gives these answers.
    private static func post(
        _ answers: [AnsweringServer.Answer], limits: TransferLimits = TransferLimits()
    ) async throws -> (
        failure: OperationFailure?, requests: [AnsweringServer.Request], waits: [Int]
    ) {
        try await AnsweringServer.with(answers) { server in
            let waits = Waits()
            let context = context(["HOOK": server.base + secretPath + "\n"])
            let post = PostToWebhook(
                to: try Webhook(.variable("HOOK"), context), limits: limits, context,
                pause: waits.add)
            do throws(OperationFailure) {
                try await post(Array(#"{"type":"message"}"#.utf8))
                return (nil, server.requests, waits.seconds)
            } catch {
                return (error, server.requests, waits.seconds)
            }
        }
    }

    private static func context(_ variables: [String: String]) -> OperationContext {
        OperationContext(
            ledger: .nearest, clock: { Place.start }, host: "bench", tool: "readiness test",
            folder: "/tmp", stateFolder: "/tmp", variables: variables)
    }

    @Test("A message arrives once, as JSON in UTF-8", arguments: [200, 202, 204])
    func taken(_ status: Int) async throws {
        let outcome = try await Self.post([.answers(status, body: status == 200 ? "1" : "")])
        #expect(outcome.failure == nil)
        #expect(outcome.waits == [])
        let request = try #require(outcome.requests.first)
        #expect(outcome.requests.count == 1)
        #expect(request.line == "POST \(Self.secretPath) HTTP/1.1")
        #expect(request.field("content-type") == "application/json; charset=utf-8")
        #expect(request.body == #"{"type":"message"}"#)
    }

    @Test("A page for people is no answer to a message")
    func page() async throws {
        let outcome = try await Self.post([.answers(200, body: " <html>Sign in</html>")])
        #expect(outcome.failure != nil && outcome.requests.count == 1)
    }

    @Test("What is unwell is tried again with waits that double, until it is well")
    func unwell() async throws {
        let outcome = try await Self.post([
            .answers(500), .closes, .answers(503), .answers(200),
        ])
        #expect(outcome.failure == nil)
        #expect(outcome.requests.count == 4)
        #expect(outcome.waits == [1, 2, 4])
    }

    @Test(
        "Retry-After is obeyed, in seconds or until a date; a date that has passed asks for nothing"
    )
    func retryAfter() async throws {
        let outcome = try await Self.post([
            .answers(429, ["Retry-After: 17"]),
            .answers(429, ["Retry-After: Fri, 31 Dec 1999 23:59:59 GMT"]),
            .answers(
                503,
                [
                    "Date: Sun, 06 Nov 1994 08:49:37 GMT",
                    "Retry-After: Sun, 06 Nov 1994 08:50:07 GMT",
                ]), .answers(200),
        ])
        #expect(outcome.failure == nil)
        #expect(outcome.waits == [17, 2, 30])
    }

    @Test("A date that is further away than there is time ends it at once, as seconds do")
    func farDate() async throws {
        let outcome = try await Self.post([
            .answers(429, ["Retry-After: Fri, 31 Dec 9999 23:59:59 GMT"]), .answers(200),
        ])
        #expect(outcome.requests.count == 1)
        #expect(outcome.failure != nil)
    }

    @Test("A wait that is longer than there is time ends it at once")
    func longWait() async throws {
        let outcome = try await Self.post([.answers(429, ["Retry-After: 900"]), .answers(200)])
        #expect(outcome.requests.count == 1)
        let words = try #require(outcome.failure).description
        #expect(words.contains("asks to be left alone for 15 minutes"), "\(words)")
    }

    @Test("After as many attempts as are allowed it is given up, with a failure that says so")
    func givenUp() async throws {
        let outcome = try await Self.post(
            .init(repeating: .answers(502, body: "bad\u{1B}[31m"), count: 9))
        #expect(outcome.requests.count == 5)
        let words = try #require(outcome.failure).description
        #expect(words.contains("asked 5 times"), "\(words)")
        #expect(words.contains("status 502: “bad"), "\(words)")
        #expect(!words.contains("\u{1B}"))
    }

    @Test("A refusal is final", arguments: [301, 307, 400, 401, 403, 404, 408, 410, 413])
    func refused(_ status: Int) async throws {
        let outcome = try await Self.post([
            .answers(status, ["Location: https://elsewhere.example.test/"]), .answers(200),
        ])
        #expect(outcome.requests.count == 1)
        #expect(outcome.waits == [])
        let words = try #require(outcome.failure).description
        #expect(words.contains("status \(status)"), "\(words)")
        #expect(words.contains("The message was not sent."), "\(words)")
    }

    @Test(
        "An answer of success that tells of a failure is one",
        arguments: [
            (
                "Webhook message delivery failed with error: endpoint returned HTTP error 413 with id",
                1
            ),
            (
                "Webhook message delivery failed with error: endpoint returned HTTP error 429 with id",
                2
            ),
            (
                "Webhook message delivery failed with error: endpoint returned HTTP error 502 with id",
                2
            ),
            ("webhook Message Delivery Failed for a reason that nobody knows", 1),
        ])
    func failureInBody(_ body: String, _ requests: Int) async throws {
        let outcome = try await Self.post([.answers(200, body: body), .answers(200, body: "1")])
        #expect(outcome.requests.count == requests)
        #expect((outcome.failure == nil) == (requests == 2))
    }

    @Test(
        "A receiver that says nothing is given up in time, and nobody claims that nothing arrived")
    func slow() async throws {
        var limits = TransferLimits()
        (limits.request, limits.attempts) = (.milliseconds(150), 2)
        let outcome = try await Self.post([.silence, .silence], limits: limits)
        #expect(outcome.requests.count == 2)
        let words = try #require(outcome.failure).description
        #expect(words.contains("was not over within"), "\(words)")
        #expect(words.contains("may have arrived"), "\(words)")
    }

    @Test("Where nobody listens it is tried again")
    func nobody() async throws {
        let port = try await AnsweringServer.with([]) { $0.port }
        let context = Self.context(["HOOK": "http://127.0.0.1:\(port)/x"])
        let waits = Waits()
        let post = PostToWebhook(
            to: try Webhook(.variable("HOOK"), context), context, pause: waits.add)
        await #expect(throws: OperationFailure.self) { try await post([]) }
        #expect(waits.seconds == [1, 2, 4, 8])
    }

    @Test("The address is in no message, also not where the receiver repeats it")
    func masked() async throws {
        let outcome = try await Self.post([
            .answers(
                400,
                body: "no hook at \(Self.secretPath), sig abcdefghij0123456789, key ab+cd/efgh=")
        ])
        let words = try #require(outcome.failure).description
        for part in ["7f3a9c1e5b8d2460", "abcdefghij", "incoming?", "ab+cd", "efgh"] {
            #expect(!words.contains(part), "\(words)")
        }
        #expect(words.contains("The webhook in $HOOK at 127.0.0.1"), "\(words)")
    }

    @Test(
        "An address that would show what is sent, or that is none, is refused before anything is sent",
        arguments: [
            ("http://hooks.example.test/x", "begins with http"),
            ("http://127.0.0.1.example.test/x", "begins with http"),
            ("http://localhost/x", "begins with http"),
            ("ftp://hooks.example.test/x", "is not a URL of https"),
            ("https://user:secretword@hooks.example.test/x", "is not a URL of https"),
            ("secretword", "is not a URL of https"), ("", "the variable is not set, or empty"),
        ])
    func addresses(_ address: String, _ words: String) throws {
        let context = Self.context(["HOOK": address])
        let failure = #expect(throws: OperationFailure.self) {
            try Webhook(.variable("HOOK"), context)
        }
        let text = failure?.description ?? ""
        #expect(text.contains(words), "\(text)")
        #expect(!text.contains("secretword") && !text.contains("/x"), "\(text)")
    }

    @Test("A message that is longer than the receiver takes is not sent")
    func tooLong() async throws {
        try await AnsweringServer.with([.answers(200)]) { server in
            let context = Self.context(["HOOK": server.base])
            let post = PostToWebhook(
                to: try Webhook(.variable("HOOK"), context), mostBytes: 10, context)
            await #expect(throws: OperationFailure.self) {
                try await post([UInt8](repeating: 32, count: 11))
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test(
        "Nobody claims that nothing arrived where one attempt may have",
        arguments: [
            ([.closes, .answers(400)], true), ([.answers(503), .answers(400)], true),
            ([.answers(429), .answers(400)], false), ([.answers(400)], false),
            ([.answers(200, ["Transfer-Encoding: chunked"], body: "zz")], true),
        ] as [([AnsweringServer.Answer], Bool)])
    func mayHaveArrived(_ answers: [AnsweringServer.Answer], _ mayHave: Bool) async throws {
        let outcome = try await Self.post(answers)
        #expect(outcome.requests.count == answers.count)
        let words = try #require(outcome.failure).description
        #expect(words.contains("may have arrived all the same.") == mayHave, "\(words)")
        #expect(words.contains("The message was not sent.") == !mayHave, "\(words)")
    }

    @Test("Of a long answer the beginning counts: it was taken, but for what tells of a failure")
    func longAnswer() async throws {
        let long = String(repeating: "x", count: 70_000)
        #expect(try await Self.post([.answers(200, body: long)]).failure == nil)
        let failed = try await Self.post([.answers(200, body: "Message delivery failed. \(long)")])
        #expect(failed.failure != nil)
        let refused = try await Self.post([.answers(400, body: long)])
        #expect(try #require(refused.failure).description.contains("status 400"))
    }

    @Test("What stays unwell is said to be so, also where it is told in an answer of success")
    func unwellInBody() async throws {
        var limits = TransferLimits()
        limits.attempts = 2
        let body = "Webhook message delivery failed with error: endpoint returned HTTP error 503"
        let outcome = try await Self.post(
            .init(repeating: .answers(200, body: body), count: 2), limits: limits)
        guard case .transfer(let failure) = outcome.failure,
            case .answer(200, _, let isPassing) = failure.reason
        else {
            Issue.record("\(outcome)")
            return
        }
        #expect(isPassing)
        #expect(failure.description.contains("Try again later."), "\(failure)")
    }
}
