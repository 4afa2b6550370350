import CanonicalJSON
import Checks
import Foundation
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
            #expect(met.outcome == .met, "\(met.summary)")
            #expect(met.facts["client-certificate-requested"] == true)
            #expect(met.facts["client-authorities"] == ["CN=Test Root,O=Readiness Test"])
            let other = await TLSCheck.test(port) { $0.clientAuthorities = ["Other Root"] }
                .carryOut(in: .test())
            #expect(other.outcome == .unmet)
            let none = await TLSCheck.test(port) { $0.clientCertificate = .some(.none) }
                .carryOut(in: .test())
            #expect(none.outcome == .unmet)
            #expect(none.unmet == ["a request for a client certificate"])
            let silent = await TLSCheck.test(port).carryOut(in: .test())
            #expect(silent.outcome == .met, "\(silent.summary)")
        }
    }

    @Test("A server that asks for no client certificate is seen")
    func notRequested() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let wanted = await TLSCheck.test(port) { $0.clientCertificate = .requested }
                .carryOut(in: .test())
            #expect(wanted.outcome == .unmet)
            #expect(wanted.unmet == ["no request for a client certificate"])
            let none = await TLSCheck.test(port) { $0.clientCertificate = .some(.none) }
                .carryOut(in: .test())
            #expect(none.outcome == .met)
            let sent = await TLSCheck.test(port) { $0.clientCertificate = identity("client") }
                .carryOut(in: .test())
            #expect(sent.outcome == .unmet)
            #expect(sent.unmet == ["no request for a client certificate"])
        }
    }

    @Test("A client certificate that is demanded is seen", arguments: ["-tls1_2", "-tls1_3"])
    func demanded(version: String) async throws {
        try await server(Self.demands + [version]) { port in
            let unprepared = await TLSCheck.test(port).carryOut(in: .test())
            #expect(unprepared.outcome == .unmet)
            #expect(
                unprepared.unmet.first?.hasPrefix("a demand for a client certificate: ") == true)
            #expect(unprepared.facts["failure"] == "client certificate required")
            #expect(unprepared.facts["certificates-count"] == 2)
            // Asked whether the server asks, the answer is yes, whatever it does afterwards.
            let requested = await TLSCheck.test(port) { $0.clientCertificate = .requested }
                .carryOut(in: .test())
            #expect(requested.outcome == .met, "\(requested.summary)")
            #expect(
                requested.findings.contains {
                    $0.actual == "a demand for a client certificate" && $0.isMet
                })
        }
    }

    @Test("A client certificate is accepted or rejected", arguments: ["-tls1_2", "-tls1_3"])
    func judged(version: String) async throws {
        try await server(Self.demands + [version]) { port in
            let accepted = await TLSCheck.test(port) {
                $0.clientCertificate = identity("client")
            }.carryOut(in: .test())
            #expect(accepted.outcome == .met, "\(accepted.summary)")
            #expect(accepted.warned.isEmpty)
            #expect(
                accepted.facts["own-certificate"]?["subject"]
                    == "CN=gateway client,O=Readiness Test")
            let rejected = await TLSCheck.test(port) {
                $0.clientCertificate = identity("other-client")
            }.carryOut(in: .test())
            #expect(rejected.outcome == .unmet)
            #expect(
                rejected.unmet == ["a rejection of the client certificate: unknown CA (alert 48)"])
            #expect(rejected.facts["failure"] == "client certificate rejected")
        }
    }

    @Test("What a server says before it reads the certificate does not say that it takes it")
    func earlyWords() async throws {
        let rejected = try await EarlyTalker.with(.demands) { port in
            await TLSCheck.test(port) { $0.clientCertificate = identity("other-client") }
                .carryOut(in: .test())
        }
        #expect(rejected.outcome == .unmet, "\(rejected.summary)")
        #expect(rejected.facts["failure"] == "client certificate rejected")
        let unread = try await EarlyTalker.with(.stays) { port in
            await TLSCheck.test(port) {
                $0.certificate.verify = false
                $0.clientCertificate = identity("client")
            }.carryOut(in: .test())
        }
        #expect(unread.outcome == .undetermined, "\(unread.summary)")
        #expect(unread.code == .clientCertificateUnconfirmed)
    }

    @Test("A server that speaks first and then demands a certificate that is not given is unmet")
    func earlyDemand() async throws {
        let result = try await EarlyTalker.with(.demands) { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.facts["failure"] == "client certificate required")
        let unread = try await EarlyTalker.with(.stays) { port in
            await TLSCheck.test(port) { $0.certificate.verify = false }.carryOut(in: .test())
        }
        #expect(unread.outcome == .undetermined, "\(unread.summary)")
    }

    @Test("Files elsewhere are used for a checklist that is trusted alone")
    func elsewhere() async throws {
        try await Folder.temporary { folder in
            for name in ["client.pem", "client.key", "root.pem"] {
                try folder.write(
                    name, Data(contentsOf: URL(fileURLWithPath: TestPKI.path(name))))
            }
            try await server(Self.demands) { port in
                let changes: [(inout TLSExpectations) -> Void] = [
                    { $0.certificate.authorities = folder.path("root.pem") },
                    {
                        $0.clientCertificate = .accepted(
                            .init(certificate: folder.path("client.pem"), key: "client.key"))
                    },
                    {
                        $0.clientCertificate = .accepted(
                            .init(certificate: "client.pem", key: folder.path("client.key")))
                    },
                ]
                for (place, change) in changes.enumerated() {
                    let check = TLSCheck.test(port) {
                        $0.clientCertificate = identity("client")
                        change(&$0)
                    }
                    #expect(check.mayNeedTrust)
                    let refused = await check.carryOut(in: .test())
                    #expect(refused.code == .notTrusted, "\(place): \(refused.summary)")
                    let trusted = await check.carryOut(in: .test(.granted))
                    #expect(trusted.outcome == .met, "\(place): \(trusted.summary)")
                }
            }
        }
    }

    @Test("A server that neither confirms nor objects is not taken to accept")
    func unconfirmed() async throws {
        let quiet = Self.demands + ["-tls1_3", "-num_tickets", "0"]
        try await server(quiet) { port in
            let result = await TLSCheck.test(port) { $0.clientCertificate = identity("client") }
                .carryOut(in: .test())
            #expect(result.outcome == .undetermined)
            #expect(result.code == .clientCertificateUnconfirmed && result.unknown.count == 1)
        }
    }

    @Test(
        "A client certificate that is not usable is undetermined with its own reason",
        arguments: [
            ("absent.pem", "client.key", .credentialUnreadable, "client-certificate"),
            ("client.pem", "absent.key", .credentialUnreadable, "client-key"),
            ("client.key", "client.key", .credentialUnusable, "client-certificate"),
            ("client.pem", "client.pem", .credentialUnusable, "client-key"),
            ("client.pem", "other-client.key", .keyMismatch, nil),
            ("client.pem", "weak.key", .keyMismatch, nil),
            ("client.pem", "client-encrypted.key", .keyEncrypted, nil),
            ("client.pem", ".", .credentialUnreadable, "client-key"),
        ] as [(String, String, Obstacle.Code, String?)])
    func unusable(certificate: String, key: String, code: Obstacle.Code, role: String?) async {
        let result = await TLSCheck.test(1) {
            $0.clientCertificate = .accepted(.init(certificate: certificate, key: key))
        }.carryOut(in: .test())
        #expect(result.outcome == .undetermined)
        #expect(result.code == code, "\(result.summary)")
        #expect(result.obstacle?.values["role"] == role)
        #expect(result.facts["failure"] == .string(code.rawValue))
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
