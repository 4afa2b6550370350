import CanonicalJSON
import Checks
import Rollout
import Testing

/// What a `tls` check says of what servers agree to: versions, protocols, issuers, time left.
struct TLSAgreementTests {
    @Test("A server that speaks TLS 1.2 only is seen with its facts where 1.3 is wanted")
    func tooOld() async throws {
        let result = try await OpenSSLServer.with(certificate: "good", ["-tls1_2"]) { port in
            await TLSCheck.test(port) { $0.minimumVersion = .tls13 }.carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet == ["TLS 1.2"])
        #expect(result.facts["version"] == "TLS 1.2")
        #expect(result.facts["certificates-count"] == 2)
        #expect(result.findings.filter(\.isMet).count == 3)
    }

    @Test("TLS 1.0 and 1.1 are seen, but met only where they are asked for")
    func ancient() async throws {
        for (option, version) in [("-tls1", TLSVersion.tls10), ("-tls1_1", TLSVersion.tls11)] {
            let arguments = [option, "-cipher", "DEFAULT:@SECLEVEL=0"]
            try await OpenSSLServer.with(certificate: "good", arguments) { port in
                let usual = await TLSCheck.test(port).carryOut(in: .test())
                #expect(usual.outcome == .unmet)
                #expect(usual.facts["version"] == .string("\(version)"))
                let asked = await TLSCheck.test(port) { $0.minimumVersion = version }
                    .carryOut(in: .test())
                #expect(asked.outcome == .met, "\(asked.summary)")
            }
        }
    }

    @Test("The newest version that is offered can be held down")
    func maximum() async throws {
        let limited = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port) { $0.maximumVersion = .tls12 }.carryOut(in: .test())
        }
        #expect(limited.outcome == .met)
        #expect(limited.facts["version"] == "TLS 1.2")
        #expect(limited.facts["cipher"] == "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384")
        #expect(limited.facts["secure-renegotiation"] == true)

        let none = try await OpenSSLServer.with(certificate: "good", ["-tls1_3"]) { port in
            await TLSCheck.test(port) { $0.maximumVersion = .tls12 }.carryOut(in: .test())
        }
        #expect(none.outcome == .unmet)
        #expect(none.unmet.first?.contains("none of the versions that were offered") == true)
    }

    @Test("The application protocol must be one that was offered")
    func alpn() async throws {
        try await OpenSSLServer.with(certificate: "good", ["-alpn", "http/1.1"]) { port in
            let match = await TLSCheck.test(port) { $0.alpn = ["h2", "http/1.1"] }
                .carryOut(in: .test())
            #expect(match.outcome == .met)
            #expect(match.facts["alpn"] == "http/1.1")
            let other = await TLSCheck.test(port) { $0.alpn = ["h2"] }.carryOut(in: .test())
            #expect(other.outcome == .unmet)
        }
        let silent = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port) { $0.alpn = ["h2"] }.carryOut(in: .test())
        }
        #expect(silent.outcome == .unmet)
        #expect(silent.unmet == ["no application protocol"])
    }

    @Test(
        "The issuer is any on the way to the authority, by its exact name",
        arguments: [
            ("Test Intermediate", true), ("Readiness Test", true), ("Test Root", true),
            ("CN=Test Intermediate,O=Readiness Test", true), ("test root", false), ("Test", false),
            ("good.example.test", false),
        ])
    func issuer(name: String, isMet: Bool) async throws {
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port) { $0.certificate.issuers = [name] }.carryOut(in: .test())
        }
        #expect((result.outcome == .met) == isMet, "\(result.summary)")
    }

    @Test("A proxy that intercepts is seen, although this machine trusts it")
    func intercepted() async throws {
        // It also sends the genuine certificates, which have no part in its own chain.
        let genuine = ["-cert_chain", TestPKI.path("good-chain.pem")]
        try await OpenSSLServer.with(certificate: "intercepted", genuine) { port in
            let trusted = await TLSCheck.test(port) {
                $0.certificate.authorities = "root-and-proxy.pem"
            }
            .carryOut(in: .test())
            #expect(trusted.outcome == .met)
            let seen = await TLSCheck.test(port) {
                $0.certificate.authorities = "root-and-proxy.pem"
                $0.certificate.issuers = ["Elsewhere", "Readiness Test"]
            }.carryOut(in: .test())
            #expect(seen.outcome == .unmet)
            #expect(
                seen.findings.last
                    == Finding(
                        "the issuer Elsewhere or Readiness Test",
                        actual: "Proxy Root: something in between may intercept the"
                            + " connection", .unmet))
            #expect(seen.facts["certificates-count"] == 2)
        }
    }

    @Test("Expiry warns first and fails later, over the certificate that ends first")
    func expiry() async throws {
        // Ends on 2050-01-01.
        try await OpenSSLServer.with(certificate: "ends-first") { port in
            let check = TLSCheck.test(port) {
                $0.certificate.expires = .init(
                    warn: .seconds(30 * 86_400), fail: .seconds(7 * 86_400))
            }
            let far = try await check.carryOut(in: .test(at: instant("2049-11-01T00:00:00Z")))
            #expect(far.outcome == .met)
            #expect(far.warned.isEmpty)
            let near = try await check.carryOut(in: .test(at: instant("2049-12-12T00:00:00Z")))
            #expect(near.outcome == .met)
            #expect(
                near.findings.filter { $0.standing == .warned } == [
                    Finding(
                        "every certificate valid for at least 30d more",
                        actual: "good.example.test, valid until 2050-01-01T00:00:00Z", .warned)
                ])
            let close = try await check.carryOut(in: .test(at: instant("2049-12-26T00:00:00Z")))
            #expect(close.outcome == .unmet)
            #expect(
                close.findings.filter { $0.standing == .unmet } == [
                    Finding(
                        "every certificate valid for at least 7d more",
                        actual: "good.example.test, valid until 2050-01-01T00:00:00Z", .unmet)
                ])
        }
    }

    @Test("A certificate that is sent without need counts too where it has expired")
    func expiredCompanion() async throws {
        let chain = ["-cert_chain", TestPKI.path("ends-first.pem")]
        let result = try await OpenSSLServer.with(
            arguments: [
                "-cert", TestPKI.path("intercepted.pem"), "-key", TestPKI.path("intercepted.key"),
            ] + chain
        ) { port in
            try await TLSCheck.test(port) { $0.certificate.authorities = "root-and-proxy.pem" }
                .carryOut(in: .test(at: instant("2055-01-01T00:00:00Z")))
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet == ["good.example.test, expired on 2050-01-01T00:00:00Z"])
        #expect(result.facts["earliest-end"] == "2050-01-01T00:00:00Z")
        #expect(result.facts["verified-chain-end"] == "2070-01-01T00:00:00Z")
    }

    @Test("A file of authorities that is not usable is undetermined with its own reason")
    func authorities() async throws {
        for (path, code, detail) in [
            ("absent.pem", Obstacle.Code.credentialUnreadable, "it does not exist"),
            (".", .credentialUnreadable, "it is a folder, not a file"),
            ("ca.cnf", .credentialUnusable, "there is none in it"),
        ] {
            let result = await TLSCheck.test(1) { $0.certificate.authorities = path }.carryOut(
                in: .test())
            #expect(result.outcome == .undetermined)
            #expect(result.code == code && result.detail == detail, "\(result.summary)")
            #expect(result.obstacle?.values["role"] == "authorities")
            #expect(
                result.obstacle?.values["path"]
                    == (path == "." ? TestPKI.folder : TestPKI.path(path)))
        }
    }

    private func instant(_ text: String) throws -> Instant {
        try #require(Instant(rfc3339: text))
    }
}
