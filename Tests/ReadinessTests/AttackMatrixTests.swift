import Foundation
import Testing
import readiness_server

/// Requests over a socket, byte for byte, each with what must be seen; afterwards the server stands, and the
/// ledger is whole and has nothing more.
@Suite("What is tried against a server over HTTP", .timeLimit(.minutes(10)))
struct AttackMatrixTests {
    @Test("There are many, and no two of one name")
    func many() {
        let all = Attack.addresses + Attack.framing + Attack.access + Attack.queries + Attack.bodies
        #expect(all.count >= 180)
        #expect(Set(all.map(\.name)).count == all.count)
    }

    @Test("Addresses that two readers read in two ways, and what is not there")
    func addresses() async throws { try await carryOut(Attack.addresses) }

    @Test("Requests whose end two readers see in two places, and what is no request")
    func framing() async throws { try await carryOut(Attack.framing) }

    @Test("No token, one that is over or another's; acts in the name of who has one")
    func access() async throws { try await carryOut(Attack.access) }

    @Test("Orders to a database and to a browser in everything that a request names")
    func queries() async throws { try await carryOut(Attack.queries) }

    @Test("Every path refuses parameters that it does not take, whoever asks")
    func parameters() async throws {
        let examples = ["name": "sample", "sequence": "1", "rest": "0/000.p/1"]
        let digest = String(repeating: "a", count: 64)
        let lines = try RouteList.lines()
        #expect(lines.count > 30)
        try await AttackedServer.with { server in
            for line in lines {
                let words = line.split(separator: " ")
                let path = words[1].replacing(/\{([a-z]+)\}/) {
                    examples[String($0.1)] ?? digest
                }
                for fields in [[], ["Authorization: Bearer {token}"]] {
                    let request = Attack.head(String(words[0]), "\(path)?probe=1", fields)
                    let attack = Attack(line, request, [400], with: ["This path takes"])
                    try await attack.carryOut(on: server)
                }
            }
        }
    }

    @Test("Bodies that are none, and what nobody may change")
    func bodies() async throws { try await carryOut(Attack.bodies) }

    private func carryOut(_ attacks: [Attack]) async throws {
        try await AttackedServer.with { server in
            for attack in attacks { try await attack.carryOut(on: server) }
        }
    }

    @Test("Signatures of others, for something else, or on something else; a replay")
    func signatures() async throws {
        try await AttackedServer.with { server in
            for (name, code) in Attack.signatures {
                let attack = Attack(
                    name, Attack.statement(try server.body(name)), [422],
                    with: ["\"code\":\"\(code)\""])
                try await attack.carryOut(on: server)
            }
            let good = Attack.statement(try server.body("good"))
            let first = try await RawExchange.send(good, to: server.port)
            let second = try await RawExchange.send(good, to: server.port)
            #expect(first.status == 201, "\(first.text)")
            #expect(second.status == 200 && second.text.contains("\"isNew\":false"))
            try server.workspace.write("accepted", "1")
        }
    }

    @Test("What looks for markup finds it where it would act, and there alone")
    func looks() {
        let acting = [
            ("<p title=\"a\" onclick=x>", "text/html"), ("<a href=x onfocus='y'>", "text/html"),
            ("<script>", "text/html"), ("a\n::error::probe", "text/plain"),
            ("a,=probe()", "text/csv"), ("a <img src=x>", "text/markdown"),
        ]
        for (text, type) in acting {
            #expect(!HostileMarkup.orders(in: text, of: type).isEmpty, "\(text)")
        }
        let inert = "<p title=\"a onclick=x\" class='b onload=c'>&lt;img onerror=probe()&gt;</p>"
        #expect(HostileMarkup.orders(in: inert, of: "text/html").isEmpty)
    }

    @Test("Markup in every text, in every page and format")
    func markup() async throws {
        try await AttackedServer.with { server in
            for path in Self.pages {
                let answer = try await server.get(path)
                #expect(answer.status == 200, "\(path): \(answer.text.prefix(300))")
                // Metrics have no texts of people.
                let isShown = answer.body.contains("probe") || path.hasSuffix("prometheus")
                #expect(isShown, "\(path) shows nothing of it")
                let type = try #require(
                    answer.head.firstMatch(of: /content-type: ([^\r\n;]*)/)?.1)
                let orders = HostileMarkup.orders(in: answer.body, of: String(type))
                #expect(orders.isEmpty, "\(path): \(orders)")
            }
        }
    }

    @Test("No answer may be framed, sniffed or run; what is brought is never shown")
    func heads() async throws {
        try await AttackedServer.with { server in
            let rollouts = try await server.get("/api/rollouts")
            let digest = try #require(rollouts.body.firstMatch(of: /sha256:([0-9a-f]{64})/)?.1)
            let text = "/api/checklists/sha256/\(digest)"
            for path in Self.pages + [text, "/health", "/nothing", "/sign-in", "/checkpoint"] {
                let head = try await server.get(path).head
                for field in [
                    "x-content-type-options: nosniff", "referrer-policy: no-referrer",
                    "cross-origin-opener-policy: same-origin", "x-frame-options: deny",
                    "content-security-policy: default-src 'none'",
                ] {
                    #expect(head.contains(field), "\(path) lacks \(field): \(head)")
                }
                #expect(!head.contains("script-src 'unsafe") && !head.contains("server: "))
                let isFramed = head.contains("frame-ancestors 'none'") || head.contains("sandbox")
                #expect(isFramed, "\(path): \(head)")
            }
            let brought = try await server.get(text)
            #expect(brought.head.contains("content-disposition: attachment"))
            #expect(brought.body == HostileChecklist.text || brought.body == SampleChecklist.text)
        }
    }

    @Test("A body without a length is cut where it becomes too long")
    func long() async throws {
        try await AttackedServer.with { server in
            let chunk =
                Array("100000\r\n".utf8) + [UInt8](repeating: 120, count: 1 << 20) + [13, 10]
            let type = "Content-Type: application/vnd.readiness.statements"
            let head = Attack.head(
                "POST", "/api/statements", [type, "Transfer-Encoding: chunked"])
            let answer = try await RawExchange.send(
                [Array(head.utf8)] + Array(repeating: chunk, count: 8), to: server.port)
            #expect(answer.status == 413, "\(answer.text.prefix(400))")
            #expect(answer.text.contains("\"code\":\"size\""))
        }
    }

    @Test("Readers who say nothing, drip or stop do not keep others from being answered")
    func slow() async throws {
        try await AttackedServer.with { server in
            var open: [Int32] = []
            defer { open.forEach { close($0) } }
            for number in 0..<120 {
                let descriptor = try RawExchange.connection(to: server.port)
                open.append(descriptor)
                let begun = [
                    "GET /check", Attack.statement("x").replacing(": 1", with: ": 4000"),
                    server.filled(Attack.get("/events").replacing("close", with: "keep-alive")),
                ][number % 3]
                let bytes = Array(begun.utf8)
                #expect(Foundation.send(descriptor, bytes, bytes.count, 0) == bytes.count)
            }
            let clock = ContinuousClock()
            let time = try await clock.measure {
                for path in ["/health", "/checkpoint", "/log/1"] {
                    let answer = try await server.get(path)
                    #expect(answer.status == 200, "\(path)")
                }
            }
            #expect(time < .seconds(20), "\(time)")
        }
    }

    /// Everything that shows what people wrote.
    private static let pages =
        [
            "/", "/todo", "/todo?who=bob@example.com", "/calendar?month=2100-01", "/calendar.ics",
            "/log",
        ]
        + ["", "/decision", "/history"].map { "/rollouts/hostile\($0)" }
        + ["/log/4", "/api/rollouts", "/api/rollouts/hostile/entries"]
        + [
            "markdown", "html", "json", "junit", "csv", "ics", "prometheus", "oscal", "github",
            "teams",
        ].map { "/api/rollouts/hostile/report?format=\($0)" }
}
