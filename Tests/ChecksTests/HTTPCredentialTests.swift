import CanonicalJSON
import Checks
import Rollout
import Testing

/// Secrets go to the server that they are for, over a session that is trusted, and nowhere else.
struct HTTPCredentialTests {
    private static let token = "t0ken-of-the-tests"

    private static func servers(_ place: Nginx.Place, _ certificate: String = "good") -> String {
        """
        server { listen 127.0.0.1:\(place.ports[0]) ssl; \(Nginx.certificate(certificate))
            location / { add_header X-Echo $http_authorization always; return 200 $http_authorization; }
            location = /away { return 307 https://127.0.0.1:\(place.ports[1])/there; } }
        server { listen 127.0.0.1:\(place.ports[1]) ssl; \(Nginx.certificate(certificate))
            location / { return 200 there; } }
        """
    }

    private func outcome(
        _ place: Nginx.Place, _ path: String, _ options: String, variable: String? = token
    ) async throws -> CheckOutcome {
        let url = "url: 'https://127.0.0.1:\(place.port)\(path)', ca-file: root.pem"
        let (check, mistakes) = try CheckKind.http.reading("{\(url), \(options)}")
        let environment = CheckEnvironment.fixture(
            folder: TestPKI.folder, variables: variable.map { ["TOKEN": $0] } ?? [:])
        return await (try #require(check, "\(mistakes)")).carryOut(in: environment)
    }

    @Test(
        "The server gets what it is to get, and nothing of it is kept",
        arguments: [
            ("bearer: {env: TOKEN}", "Bearer \(token)"),
            ("basic: {user: u, password: {env: TOKEN}}", "Basic dTp0MGtlbi1vZi10aGUtdGVzdHM="),
        ])
    func sent(_ options: String, _ value: String) async throws {
        try await Nginx.with(ports: 2, { Self.servers($0) }) { place in
            let result = try await outcome(place, "/", "\(options), content: {equals: x}")
            #expect(place.requests == ["GET / HTTP/1.1 \"\(value)\" \"-\" \"-\""])
            #expect(result.outcome == .unmet)
            let all = "\(result.facts) \(result.findings)"
            #expect(
                !all.contains(Self.token) && !all.contains("dTp0MGtlbi1vZi10aGUtdGVzdHM"), "\(all)")
        }
    }

    @Test("Another port is another server, which gets no secret")
    func redirected() async throws {
        try await Nginx.with(ports: 2, { Self.servers($0) }) { place in
            let result = try await outcome(place, "/away", "bearer: {env: TOKEN}, redirects: {}")
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(place.requests.last == "GET /there HTTP/1.1 \"-\" \"-\" \"-\"")
        }
    }

    @Test(
        "Where trust failed, nothing is sent", arguments: ["intercepted", "expired", "wrong-host"])
    func untrusted(_ certificate: String) async throws {
        try await Nginx.with(ports: 2, { Self.servers($0, certificate) }) { place in
            let result = try await outcome(place, "/", "bearer: {env: TOKEN}")
            #expect(result.outcome == .unmet)
            #expect(place.requests.isEmpty)
        }
    }

    @Test("A secret that is not there, or ends a header, is undetermined")
    func missing() async throws {
        try await Nginx.with(ports: 2, { Self.servers($0) }) { place in
            for variable in [nil, "a\r\nX: y"] {
                let result = try await outcome(
                    place, "/", "bearer: {env: TOKEN}", variable: variable)
                #expect(result.outcome == .undetermined, "\(result.summary)")
            }
            #expect(place.requests.isEmpty)
        }
    }

    @Test(
        "Where a secret could be read on the way, or by anybody, is a mistake",
        arguments: [
            "url: 'http://a.test', bearer: {env: A}",
            "url: 'https://a.test', bearer: {env: A}, verify: false",
            "url: 'https://a.test', bearer: secret",
            "url: 'https://a.test', bearer: {env: A}, basic: {user: a, password: {env: B}}",
            "url: 'https://a.test', request-headers: {Authorization: Bearer x}",
        ])
    func refused(_ options: String) throws {
        let (check, mistakes) = try CheckKind.http.reading("{\(options)}")
        #expect(check == nil && mistakes.count == 1, "\(mistakes)")
    }
}
