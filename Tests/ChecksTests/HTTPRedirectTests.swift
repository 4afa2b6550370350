import CanonicalJSON
import Checks
import Rollout
import Testing

/// Where an `http` check follows, and what it takes along.
struct HTTPRedirectTests {
    private static func servers(_ place: Nginx.Place) -> String {
        let other = "http://127.0.0.1:\(place.ports[1])"
        return """
            server { listen 127.0.0.1:\(place.ports[0]); absolute_redirect off;
                location = /cookie { add_header Set-Cookie id=1; return 302 /needs; }
                location = /needs { if ($cookie_id != 1) { return 403; } return 200 in; }
                location = /other { return 307 \(other)/there; }
                location = /elsewhere { return 302 http://other.example.test/; }
                location = /file { return 302 file:///etc/passwd; }
                location = /loop { return 302 /loop; }
                location = /two { add_header Location /seen always; return 302 /loop; }
                location = /same { add_header Location /seen always; return 302 /seen; }
                location = /post { return 302 /seen; }
                location = /keep { return 308 /seen; }
                location = /seen { return 200 $request_method; }
            }
            server { listen 127.0.0.1:\(place.ports[1]); location / { return 200 there; } }
            """
    }

    private func run(
        _ path: String, _ options: String,
        _ body: (CheckOutcome, [String]) throws -> Void
    ) async throws {
        try await Nginx.with(ports: 2, Self.servers) { place in
            let result = try await HTTPCheck.outcome(
                "url: 'http://127.0.0.1:\(place.port)\(path)', \(options)")
            try body(result, place.requests)
        }
    }

    @Test("A redirect is followed where that is allowed, and cookies with it")
    func followed() async throws {
        try await run("/cookie", "redirects: {limit: 1}, content: in") { result, requests in
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.facts["redirects"]?.items?.count == 1)
            #expect(requests.last == "GET /needs HTTP/1.1 \"-\" \"-\" \"id=1\"")
        }
    }

    @Test("A redirect to a protected host looks for its own name in its certificate")
    func protected() async throws {
        for (certificate, outcome) in [("good", CheckOutcome.Outcome.met), ("no-names", .unmet)] {
            try await Nginx.with(ports: 2) { place in
                """
                server { listen 127.0.0.1:\(place.ports[0]) ssl; \(Nginx.certificate("good"))
                    return 302 https://127.0.0.1:\(place.ports[1])/; }
                server { listen 127.0.0.1:\(place.ports[1]) ssl;
                    \(Nginx.certificate(certificate)) location / { return 200 in; } }
                """
            } _: { place in
                let result = try await HTTPCheck.outcome(
                    HTTPCheck.secured(
                        place.port, "/", "redirects: {hosts: [127.0.0.1]}, content: in"))
                #expect(result.outcome == outcome, "\(result.summary)")
                #expect(result.facts["version"] == "TLS 1.3")
                let expected = result.findings.map(\.expected)
                #expect(expected.contains("a certificate for 127.0.0.1"), "\(expected)")
            }
        }
    }

    @Test("The user agent is ours, unless the checklist has another one")
    func userAgent() async throws {
        try await Nginx.with { place in
            """
            server { listen 127.0.0.1:\(place.port);
                location / { return 200 "<$http_user_agent>"; } }
            """
        } _: { place in
            let url = "url: 'http://127.0.0.1:\(place.port)/'"
            for (options, agent) in [("", "readiness"), ("User-Agent: other/1", "other/1")] {
                let result = try await HTTPCheck.outcome(
                    "\(url), request-headers: {\(options)}, content: {equals: <\(agent)>}")
                #expect(result.outcome == .met, "\(result.summary)")
            }
        }
    }

    @Test(
        "Without a rule no redirect is followed",
        arguments: ["status: 302", "status: 302, redirects: {follow: false}"])
    func notFollowed(_ options: String) async throws {
        try await run("/cookie", options) { result, requests in
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(requests.count == 1)
        }
        try await run("/cookie", "method: GET") { result, _ in
            #expect(result.unmet == ["the status 302, which leads to /needs"])
        }
    }

    @Test("A host that is not allowed is not even looked up")
    func notAllowed() async throws {
        try await run("/elsewhere", "status: 302, redirects: {hosts: [third.example.test]}") {
            result, _ in
            #expect(
                result.unmet == ["a redirect to http://other.example.test/, which is not allowed"])
            #expect(result.facts["redirects"] == nil)
        }
    }

    @Test("Another scheme is nothing that can be asked, and a loop ends at the limit")
    func unreadable() async throws {
        try await run("/file", "status: 302, redirects: {}") { result, _ in
            #expect(result.unmet == ["a redirect to nothing that can be asked"])
        }
        try await run("/loop", "status: 302, redirects: {limit: 3}") { result, requests in
            #expect(result.outcome == .unmet)
            #expect(requests.count == 4)
        }
    }

    @Test("Of several places none is chosen; the same place twice is one")
    func several() async throws {
        try await run("/two", "status: 302, redirects: {}") { result, requests in
            #expect(result.unmet == ["a redirect to several places at once"], "\(result.summary)")
            #expect(requests.count == 1)
        }
        try await run("/same", "redirects: {}") { result, requests in
            #expect(result.outcome == .met && requests.count == 2, "\(result.summary)")
        }
    }

    @Test("What was meant for one server goes to no other one")
    func credentials() async throws {
        let headers = "request-headers: {X-Key: k, Accept: text/plain}"
        try await run("/other", "\(headers), redirects: {}") { result, requests in
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(
                requests == [
                    "GET /other HTTP/1.1 \"-\" \"k\" \"-\"",
                    "GET /there HTTP/1.1 \"-\" \"-\" \"-\"",
                ])
        }
        try await run("/other", "method: POST, body: secret, status: 307, redirects: {}") {
            result, requests in
            #expect(result.unmet.first?.hasSuffix("which would be sent the body") == true)
            #expect(requests.count == 1)
        }
    }

    @Test(
        "A redirect keeps the method or not, as its status says",
        arguments: zip(["/post", "/keep"], ["GET", "POST"]))
    func method(_ path: String, _ method: String) async throws {
        try await run(path, "method: POST, body: a, redirects: {}") { result, _ in
            #expect(result.facts["content"] == .string(method), "\(result.summary)")
        }
    }
}
