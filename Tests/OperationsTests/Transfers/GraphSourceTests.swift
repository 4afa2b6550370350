import Importing
import Operations
import Rollout
import Testing

/// What Microsoft Graph is asked, and that its token goes nowhere else.
struct GraphSourceTests {
    private static let token = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.dGVzdA.c2ln"
    private static let list = "/v1.0/admin/serviceAnnouncement/messages"

    private static func post(_ id: String, modified: String = "2025-10-02T00:00:00Z") -> String {
        """
        {"id": "\(id)", "title": "Title of \(id)", "lastModifiedDateTime": "\(modified)",
         "body": {"contentType": "html", "content": "<p>Text</p>"}}
        """
    }

    private static func page(_ posts: [String], next: String? = nil) -> AnsweringServer.Answer {
        let link = next.map { "\"@odata.nextLink\": \"\($0)\", " } ?? ""
        return .answers(200, body: "{\(link)\"value\": [\(posts.joined(separator: ","))]}")
    }

    private static func context(_ token: String? = Self.token) -> OperationContext {
        OperationContext(
            ledger: .nearest, clock: { Place.start }, host: "bench", tool: "readiness test",
            folder: "/tmp", stateFolder: "/tmp",
            variables: token.map { [GraphSource.tokenVariable: $0] } ?? [:])
    }

    private static func fetch(
        _ server: AnsweringServer, ids: [String] = [], since: String? = nil,
        bounds: GraphSource.Bounds = .init(), _ waits: Waits = Waits()
    ) async throws -> PostSource {
        try await GraphSource(
            base: server.base, ids: ids, since: since.flatMap { Instant(rfc3339: $0) },
            bounds: bounds, context(), pause: waits.add
        ).posts()
    }

    /// What is said where a fetch fails.
    private static func words(
        _ answers: (Int) -> [AnsweringServer.Answer], ids: [String] = [],
        bounds: GraphSource.Bounds = .init()
    ) async throws -> (words: String, requests: [AnsweringServer.Request]) {
        try await AnsweringServer.with(answers) { server in
            let failure = await #expect(throws: OperationFailure.self) {
                try await fetch(server, ids: ids, bounds: bounds)
            }
            let words = failure?.description ?? ""
            #expect(!words.contains("eyJ0"), "\(words)")
            #expect(words.hasSuffix("Nothing was imported."), "\(words)")
            return (words, server.requests)
        }
    }

    @Test("All pages are read, in their order, with the token")
    func pages() async throws {
        try await AnsweringServer.with { port in
            let next = "http://127.0.0.1:\(port)\(Self.list)?$skip=2"
            return [
                Self.page([Self.post("MC1"), Self.post("MC2")], next: next),
                Self.page([Self.post("MC3")]),
            ]
        } _: { server in
            let source = try await Self.fetch(server)
            #expect(source.posts.map(\.id) == ["MC1", "MC2", "MC3"])
            #expect(source.mistakes.isEmpty)
            #expect(
                server.requests.map(\.line) == [
                    "GET \(Self.list) HTTP/1.1", "GET \(Self.list)?$skip=2 HTTP/1.1",
                ])
            for request in server.requests {
                #expect(request.field("authorization") == "Bearer \(Self.token)")
            }
        }
    }

    @Test("Posts are asked for by their ids")
    func ids() async throws {
        try await AnsweringServer.with([
            .answers(200, body: Self.post("MC7")), .answers(200, body: Self.post("MC9")),
        ]) { server in
            let source = try await Self.fetch(server, ids: ["MC7", "MC9"])
            #expect(source.posts.map(\.id) == ["MC7", "MC9"])
            #expect(server.requests.last?.line == "GET \(Self.list)/MC9 HTTP/1.1")
        }
    }

    @Test("What was modified before is left out, also by a server that does not")
    func since() async throws {
        try await AnsweringServer.with([
            Self.page([
                Self.post("MC1", modified: "2025-09-30T23:59:59Z"),
                Self.post("MC2", modified: "2025-10-01T00:00:00Z"),
            ])
        ]) { server in
            let source = try await Self.fetch(server, since: "2025-10-01T00:00:00Z")
            #expect(source.posts.map(\.id) == ["MC2"])
            #expect(
                server.requests[0].line
                    == "GET \(Self.list)?$filter=lastModifiedDateTime%20ge%202025-10-01T00:00:00Z HTTP/1.1"
            )
        }
    }

    @Test("A next page on another server is refused, and that one is asked nothing")
    func otherServer() async throws {
        try await AnsweringServer.with([Self.page([])]) { other in
            for link in [
                "http://127.0.0.1:\(other.port)\(Self.list)", "https://evil.example.test/",
                "//127.0.0.1/", "MC1",
            ] {
                let outcome = try await Self.words { _ in
                    [Self.page([Self.post("MC1")], next: link)]
                }
                #expect(outcome.words.contains("is not given the token"), "\(outcome.words)")
                #expect(outcome.requests.count == 1)
            }
            #expect(other.requests.isEmpty)
        }
    }

    @Test("A redirect is not followed, so that the token stays")
    func redirect() async throws {
        try await AnsweringServer.with([Self.page([])]) { other in
            let outcome = try await Self.words { _ in
                [.answers(302, ["Location: http://127.0.0.1:\(other.port)/"])]
            }
            #expect(outcome.words.contains("is not followed"), "\(outcome.words)")
            #expect(other.requests.isEmpty)
        }
    }

    @Test(
        "Refusals are told apart, each with a way out",
        arguments: [
            (401, "has expired or is for another audience"), (403, "ServiceMessage.Read.All"),
            (404, "--graph-base is wrong"),
        ])
    func refusals(_ status: Int, _ words: String) async throws {
        let outcome = try await Self.words { _ in
            [.answers(status, body: "{\"error\": {\"message\": \"\(Self.token)\"}}")]
        }
        #expect(outcome.words.contains(words), "\(outcome.words)")
        #expect(outcome.requests.count == 1)
    }

    @Test("Throttling is waited for on each page")
    func throttled() async throws {
        let waits = Waits()
        try await AnsweringServer.with { port in
            [
                .answers(429, ["Retry-After: 12"]),
                Self.page([Self.post("MC1")], next: "http://127.0.0.1:\(port)/next"),
                .answers(503, ["Retry-After: 3"]), Self.page([Self.post("MC2")]),
            ]
        } _: { server in
            let source = try await Self.fetch(server, waits)
            #expect(source.posts.map(\.id) == ["MC1", "MC2"])
        }
        #expect(waits.seconds == [12, 3])
    }

    @Test("Pages and posts without end, circles and answers that are none import nothing")
    func bounds() async throws {
        var bounds = GraphSource.Bounds()
        (bounds.pages, bounds.posts, bounds.bytesOfPage) = (2, 2, 4000)
        let cases: [(words: String, answers: (Int) -> [AnsweringServer.Answer])] = [
            (
                "more than 2 pages",
                { port in (1...3).map { Self.page([], next: "http://127.0.0.1:\(port)/\($0)") } }
            ),
            ("more than 2 posts", { _ in [Self.page((1...3).map { Self.post("MC\($0)") })] }),
            (
                "read before",
                { port in
                    [Self.page([], next: "http://127.0.0.1:\(port)\(Self.list)"), Self.page([])]
                }
            ),
            (
                "longer than 4000 bytes",
                { _ in [.answers(200, body: String(repeating: " ", count: 4001))] }
            ),
            ("no list \"value\"", { _ in [.answers(200, body: Self.post("MC1"))] }),
            ("is not what it should be", { _ in [.answers(200, body: "<html>")] }),
        ]
        for (words, answers) in cases {
            let outcome = try await Self.words(answers, bounds: bounds)
            #expect(outcome.words.contains(words), "\(outcome.words)")
        }
    }

    @Test(
        "Without a token, or with one that is none, nothing is asked",
        arguments: [nil, "a b", "a\n"])
    func tokens(_ token: String?) {
        let failure = #expect(throws: OperationFailure.self) {
            try GraphSource(Self.context(token))
        }
        #expect(failure?.description.contains("$READINESS_GRAPH_TOKEN") ?? false)
    }

    @Test("A base address without TLS is for this machine alone")
    func insecure() {
        #expect(throws: OperationFailure.self) {
            try GraphSource(base: "http://graph.example.test", Self.context())
        }
    }

    @Test("An answer that is not the post that was asked for imports nothing")
    func otherPost() async throws {
        for body in [
            "{\"value\": []}", Self.post("MC5"), "[\(Self.post("MC8")), \(Self.post("MC9"))]", "{}",
            "[\(Self.post("MC9")), 1]",
        ] {
            let outcome = try await Self.words(
                { _ in [.answers(200, body: body)] }, ids: ["MC9"])
            #expect(outcome.words.contains("not the post MC9 that was asked for"), "\(outcome)")
        }
    }

    @Test("A list without posts is one")
    func none() async throws {
        try await AnsweringServer.with([Self.page([])]) { server in
            let source = try await Self.fetch(server)
            #expect(source.posts.isEmpty && source.mistakes.isEmpty)
        }
    }

    @Test("The bytes of all pages, and of all posts that are named, have a bound together")
    func allBytes() async throws {
        var bounds = GraphSource.Bounds()
        bounds.bytes = 300
        let pages = try await Self.words(
            { port in
                [
                    Self.page([Self.post("MC1")], next: "http://127.0.0.1:\(port)/2"),
                    Self.page([Self.post("MC2")]),
                ]
            }, bounds: bounds)
        #expect(pages.words.contains("more than 300 bytes in all"), "\(pages.words)")
        let posts = try await Self.words(
            { _ in ["MC1", "MC2", "MC3"].map { .answers(200, body: Self.post($0)) } },
            ids: ["MC1", "MC2", "MC3"], bounds: bounds)
        #expect(posts.words.contains("more than 300 bytes in all"), "\(posts.words)")
    }

    @Test(
        "A base address with a path or a query is refused, since both would be dropped",
        arguments: ["/beta", "/?a=b", "?a=b", "/v1.0/"])
    func base(_ tail: String) {
        let failure = #expect(throws: OperationFailure.self) {
            try GraphSource(base: "https://graph.example.test\(tail)", Self.context())
        }
        #expect(failure?.description.contains("has a path or a query") ?? false)
    }
}
