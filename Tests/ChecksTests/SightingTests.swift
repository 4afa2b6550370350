import Checks
import Rollout
import Testing

/// What a step would have to say to be met by what was seen.
struct SightingTests {
    /// An option as YAML has it.
    private static func yaml(_ value: TypedValue) -> String {
        switch value {
        case .text(let text): return "\"\(text)\""
        case .number(let number): return "\(number)"
        case .list(let items): return "[\(items.map(yaml).joined(separator: ", "))]"
        case .object(let members):
            return "{\(members.map { "\($0.key): \(yaml($0.value))" }.joined(separator: ", "))}"
        default: return "?"
        }
    }

    /// Looks, and holds what was seen against the options that it gave, without looking again.
    private func seen(
        _ kind: CheckKind, _ options: String, folder: String = TestPKI.folder
    ) async throws -> (options: [String: TypedValue], again: CheckOutcome, differs: Bool) {
        let check = try #require(try kind.reading("{\(options)}").check)
        let environment = CheckEnvironment.fixture(folder: folder)
        let sighting = try #require(await check.look(in: environment).seen)
        let more = sighting.options.map { "\($0.key): \(Self.yaml($0.value))" }.sorted()
        let text = "{\(([options] + more).joined(separator: ", "))}"
        let (read, mistakes) = try kind.reading(text)
        let again = try #require(read, "\(text): \(mistakes)")
        return (
            sighting.options, try #require(sighting.outcome(again.check)),
            await again.carryOut(in: environment).outcome != .met
        )
    }

    @Test("of TLS: version, issuer, key and whether a certificate is asked for")
    func tls() async throws {
        try await OpenSSLServer.with(certificate: "good", ["-verify", "1"]) { port in
            let (options, again, differs) = try await seen(
                .tls,
                "host: good.example.test, connect-to: '127.0.0.1:\(port)', ca-file: root.pem")
            #expect(options["minimum-version"] == .text("1.3"))
            #expect(options["issuer"] == .text("Test Intermediate"))
            #expect(options["client-certificate"] == .text("requested"))
            #expect(options["public-key"] != nil)
            #expect(again.outcome == .met && !differs, "\(again.summary)")
        }
    }

    @Test("what was given and is not so stays, and is told")
    func contradicted() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let (_, again, _) = try await seen(
                .tls,
                "host: good.example.test, connect-to: '127.0.0.1:\(port)', ca-file: root.pem,"
                    + " key-type: RSA")
            #expect(again.outcome == .unmet && again.unmet.count == 1, "\(again.summary)")
        }
    }

    @Test("of a mail server: what it offers and how one may log in")
    func smtp() async throws {
        let configuration = { (place: Nginx.Place) in
            """
            auth_http 127.0.0.1:1/; server_name mail.example.test; smtp_capabilities SIZE;
            server { listen 127.0.0.1:\(place.ports[0]); protocol smtp; smtp_auth plain login;
                starttls only; \(Nginx.certificate("good")) }
            """
        }
        try await Nginx.with(ports: 1, mail: configuration) { place in
            let (options, again, differs) = try await seen(
                .smtp,
                "host: good.example.test, connect-to: '127.0.0.1:\(place.port)', ca-file: root.pem")
            #expect(options["auth"] == .object(JSONObject(["equals": .texts(["PLAIN", "LOGIN"])])))
            #expect(options["issuer"] != nil)
            #expect(again.outcome == .met && !differs, "\(again.summary)")
        }
    }

    @Test("of ActiveSync: its state, versions and commands; a session that is not safe is nothing")
    func activeSync() async throws {
        let configuration = { (place: Nginx.Place) in
            """
            server { listen 127.0.0.1:\(place.ports[0]) ssl; \(Nginx.certificate("good"))
                location / { add_header MS-ASProtocolVersions '14.1,16.1';
                    add_header MS-ASProtocolCommands 'Sync,Ping'; return 200; } }
            """
        }
        try await Nginx.with(ports: 1, configuration) { place in
            let host = "host: good.example.test, connect-to: '127.0.0.1:\(place.port)'"
            let (options, again, differs) = try await seen(
                .activesync, "\(host), ca-file: root.pem")
            #expect(options["expect"] == .text("open"))
            #expect(options["protocol-versions"] == .texts(["14.1", "16.1"]))
            #expect(options["commands"] == .texts(["Sync", "Ping"]))
            #expect(again.outcome == .met && !differs, "\(again.summary)")
            let (unsafe, unmet, _) = try await seen(.activesync, host)
            #expect(unsafe.isEmpty && unmet.outcome == .unmet, "\(unsafe)")
        }
    }

    @Test("of a certificate: its names, which the pasted step looks for")
    func certificate() async throws {
        let (options, again, differs) = try await seen(.certificate, "path: good.pem")
        #expect(options["names"] != nil)
        #expect(again.outcome == .met && !differs, "\(again.summary)")
    }

    @Test("a session that is not safe cannot be wished for", arguments: ["intercepted", "unsafe"])
    func unsafe(_ state: String) throws {
        let (check, mistakes) = try CheckKind.activesync.reading(
            "{host: a.example, expect: \(state)}")
        #expect(check == nil && mistakes.count == 1, "\(mistakes)")
    }
}
