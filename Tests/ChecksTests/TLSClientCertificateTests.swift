import Checks
import Rollout
import Testing

/// What a `tls` check says of servers that ask for client certificates.
struct TLSClientCertificateTests {
    /// Makes a server ask for a certificate of the test root, and name that as accepted.
    private static let asks = ["-verify", "5", "-CAfile", "ROOT", "-verify_return_error"]
    private static let demands = ["-Verify", "5", "-CAfile", "ROOT", "-verify_return_error"]

    @Test("A server that asks for a client certificate is seen", arguments: ["-tls1_2", "-tls1_3"])
    func requested(version: String) async throws {
        try await server(Self.asks + [version]) { port in
            let met = await TLSCheck.test(port) {
                $0.clientCertificate = .requested
                $0.clientAuthorities = ["Test Root"]
            }.carryOut(in: .test())
            #expect(met.outcome == .met, "\(met.reason)")
            #expect(met.facts["client-certificate-requested"] == true)
            #expect(met.facts["client-authorities"] == ["CN=Test Root,O=Readiness Test"])
            let other = await TLSCheck.test(port) { $0.clientAuthorities = ["Other Root"] }
                .carryOut(in: .test())
            #expect(other.outcome == .unmet)
            let none = await TLSCheck.test(port) { $0.clientCertificate = .some(.none) }
                .carryOut(in: .test())
            #expect(none.outcome == .unmet)
            #expect(none.reason == "The server asks for a client certificate.")
            let silent = await TLSCheck.test(port).carryOut(in: .test())
            #expect(silent.outcome == .met, "\(silent.reason)")
        }
    }

    @Test("A server that asks for no client certificate is seen")
    func notRequested() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let wanted = await TLSCheck.test(port) { $0.clientCertificate = .requested }
                .carryOut(in: .test())
            #expect(wanted.outcome == .unmet)
            #expect(wanted.reason == "The server does not ask for a client certificate.")
            let none = await TLSCheck.test(port) { $0.clientCertificate = .some(.none) }
                .carryOut(in: .test())
            #expect(none.outcome == .met)
            let sent = await TLSCheck.test(port) { $0.clientCertificate = identity("client") }
                .carryOut(in: .test())
            #expect(sent.outcome == .unmet)
            #expect(sent.reason.hasPrefix("The server does not ask for a client certificate"))
        }
    }

    @Test("A client certificate that is demanded is seen", arguments: ["-tls1_2", "-tls1_3"])
    func demanded(version: String) async throws {
        try await server(Self.demands + [version]) { port in
            let unprepared = await TLSCheck.test(port).carryOut(in: .test())
            #expect(unprepared.outcome == .unmet)
            #expect(unprepared.reason.contains("demands a client certificate"))
            #expect(unprepared.facts["failure"] == "client certificate required")
            #expect(unprepared.facts["certificates-count"] == 2)
            // Asked whether the server asks, the answer is yes, whatever it does afterwards.
            let requested = await TLSCheck.test(port) { $0.clientCertificate = .requested }
                .carryOut(in: .test())
            #expect(requested.outcome == .met, "\(requested.reason)")
            #expect(requested.findings.contains { $0.actual == "demands one" && $0.met })
        }
    }

    @Test("A client certificate is accepted or rejected", arguments: ["-tls1_2", "-tls1_3"])
    func judged(version: String) async throws {
        try await server(Self.demands + [version]) { port in
            let accepted = await TLSCheck.test(port) {
                $0.clientCertificate = identity("client")
            }.carryOut(in: .test())
            #expect(accepted.outcome == .met, "\(accepted.reason)")
            #expect(accepted.warnings.isEmpty)
            #expect(
                accepted.facts["own-certificate"]?["subject"]
                    == "CN=gateway client,O=Readiness Test")
            let rejected = await TLSCheck.test(port) {
                $0.clientCertificate = identity("other-client")
            }.carryOut(in: .test())
            #expect(rejected.outcome == .unmet)
            #expect(rejected.reason.contains("rejected the client certificate: unknown CA"))
            #expect(rejected.facts["failure"] == "client certificate rejected")
        }
    }

    @Test("A server that neither confirms nor objects is not taken to accept")
    func unconfirmed() async throws {
        let quiet = Self.demands + ["-tls1_3", "-num_tickets", "0"]
        try await server(quiet) { port in
            let result = await TLSCheck.test(port) { $0.clientCertificate = identity("client") }
                .carryOut(in: .test())
            #expect(result.outcome == .undetermined)
            #expect(result.reason.contains("neither confirmed"))
        }
    }

    @Test(
        "A client certificate that is not usable is undetermined with its own reason",
        arguments: [
            ("absent.pem", "client.key", "The client certificate", "absent.pem does not exist."),
            ("client.pem", "absent.key", "The client key", "absent.key does not exist."),
            ("client.key", "client.key", "The client certificate", "is no certificate in PEM form"),
            ("client.pem", "client.pem", "The client key", "is no private key in PEM form."),
            ("client.pem", "other-client.key", "The client key", "does not belong to"),
            ("client.pem", "weak.key", "The client key", "does not belong to"),
            ("client.pem", "client-encrypted.key", "The client key", "is encrypted"),
            ("client.pem", ".", "The client key", "is not a file."),
        ])
    func unusable(certificate: String, key: String, what: String, why: String) async {
        let result = await TLSCheck.test(1) {
            $0.clientCertificate = .accepted(.init(certificate: certificate, key: key))
        }.carryOut(in: .test())
        #expect(result.outcome == .undetermined)
        #expect(result.reason.hasPrefix(what) && result.reason.contains(why), "\(result.reason)")
    }

    private func identity(_ name: String) -> TLSExpectations.ClientCertificate {
        .accepted(.init(certificate: "\(name).pem", key: "\(name).key"))
    }

    private func server(
        _ arguments: [String], _ body: (Int) async throws -> Void
    ) async throws {
        let arguments = arguments.map { $0 == "ROOT" ? TestPKI.path("root.pem") : $0 }
        try await OpenSSLServer.with(certificate: "good", arguments, body)
    }
}
