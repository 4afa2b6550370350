import CanonicalJSON
import Checks
import Rollout
import Synchronization
import Testing

/// What a `tls` check says of servers with certificates of all kinds.
struct TLSCheckTests {
    /// A certificate with what is to be said of it.
    struct Case: CustomTestStringConvertible {
        let certificate: String
        /// What is seen of it.
        let actual: String
        /// The codes of OpenSSL, each once, in their order.
        let codes: [Int64]

        var testDescription: String { certificate }
    }

    @Test("A good server is met with all of its facts")
    func good() async throws {
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .met)
        #expect(
            result.findings == [
                Finding("TLS 1.2 or newer", actual: "TLS 1.3", .met),
                Finding(
                    "a chain to an authority of root.pem", actual: "a chain to Test Root", .met),
                Finding(
                    "every certificate within its dates",
                    actual: "valid until 2070-01-01T00:00:00Z", .met),
                Finding(
                    "a certificate for good.example.test",
                    actual: "a certificate for good.example.test", .met),
            ])
        let facts = result.facts
        #expect(facts["address"] == "127.0.0.1")
        #expect(facts["server-name"] == "good.example.test")
        #expect(facts["version"] == "TLS 1.3")
        #expect(facts["cipher"] == "TLS_AES_256_GCM_SHA384")
        #expect(facts["group"] == "x25519")
        #expect(facts["signature"] == "ECDSA sha256")
        #expect(facts["revocation"] == "not checked")
        #expect(facts["client-certificate-requested"] == false)
        #expect((facts["handshake-ms"]?.integer ?? -1) >= 0)
        #expect(facts["verification"]?["verified"] == true)
        #expect(
            facts["verification"]?["path"] == [
                "CN=good.example.test", "CN=Test Intermediate,O=Readiness Test",
                "CN=Test Root,O=Readiness Test",
            ])
        let leaf = facts["certificates"]?.items?.first
        #expect(facts["certificates"]?.items?.count == 2)
        #expect(leaf?["subject"] == "CN=good.example.test")
        #expect(leaf?["issuer"] == "CN=Test Intermediate,O=Readiness Test")
        #expect(
            leaf?["names"] == [
                "DNS:good.example.test", "DNS:*.wild.example.test", "IP:127.0.0.1", "IP:::1",
            ])
        #expect(leaf?["not-before"] == "2020-01-01T00:00:00Z")
        #expect(leaf?["not-after"] == "2070-01-01T00:00:00Z")
        #expect(leaf?["key-type"] == "EC prime256v1")
        #expect(leaf?["key-bits"] == 256)
        #expect(leaf?["sha256"]?.text?.utf8.count == 64)
    }

    @Test(
        "Everything that is wrong with a certificate is told apart, with its facts",
        arguments: [
            Case(
                certificate: "expired",
                actual: "good.example.test, expired on 2021-01-01T00:00:00Z",
                codes: [10]),
            Case(
                certificate: "not-yet-valid",
                actual: "good.example.test, not valid before 2060-01-01T00:00:00Z",
                codes: [9]),
            Case(
                certificate: "wrong-host",
                actual: "one for DNS:other.example.test",
                codes: [62]),
            Case(
                certificate: "no-names",
                actual: "a certificate for no name at all",
                codes: [62]),
            Case(
                certificate: "self-signed",
                actual: "a self-signed certificate",
                codes: [18]),
            Case(
                certificate: "unknown-authority",
                actual: "a chain to Other Root, which is not trusted",
                codes: [20]),
            Case(
                certificate: "intercepted",
                actual: "no certificate of Proxy Root: an intermediate is missing, or the authority"
                    + " is not known here",
                codes: [20]),
            Case(
                certificate: "weak",
                actual: "a certificate too weak to be trusted: EE certificate key too weak",
                codes: [66]),
        ])
    func wrong(_ example: Case) async throws {
        // Without this the server itself would refuse to use a weak key.
        let lax = ["-cipher", "DEFAULT:@SECLEVEL=0"]
        let result = try await OpenSSLServer.with(certificate: example.certificate, lax) { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet == [example.actual], "\(result.summary)")
        #expect(codes(of: result) == example.codes)
        #expect(result.facts["version"] == "TLS 1.3")
        #expect(result.facts["verification"]?["verified"] == false)
        #expect(result.facts["certificates"]?.items?.first?["not-after"] != nil)
    }

    @Test("A root that the server sends but nobody trusts is an unknown authority")
    func unknownRoot() async throws {
        let result = try await OpenSSLServer.with(
            certificate: "unknown-authority",
            ["-cert_chain", TestPKI.path("unknown-root-chain.pem")]
        ) { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(
            result.unmet == ["a chain to Other Root, which is not trusted"])
        #expect(codes(of: result) == [19])
    }

    @Test("A server that does not send its intermediate certificate is told apart")
    func missingIntermediate() async throws {
        let result = try await OpenSSLServer.with(arguments: [
            "-cert", TestPKI.path("good.pem"), "-key", TestPKI.path("good.key"),
        ]) { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
        #expect(
            result.unmet == [
                "no certificate of Test Intermediate: an intermediate is missing, or the authority"
                    + " is not known here"
            ])
    }

    @Test("A certificate that the system does not trust is unmet without a ca-file")
    func systemAuthorities() async throws {
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port) { $0.certificate.authorities = nil }.carryOut(in: .test())
        }
        // On a machine without any authority it cannot be known.
        #expect(result.outcome != .met)
        #expect(result.facts["authorities"] == "system")
    }

    @Test("A clock past the end of a certificate finds it expired")
    func clock() async throws {
        let later = Instant(milliseconds: 3_200_000_000_000)
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port).carryOut(in: .test(at: later))
        }
        #expect(result.outcome == .unmet)
        #expect(result.unmet.contains("good.example.test, expired on 2070-01-01T00:00:00Z"))
    }

    @Test("A certificate that ends while it is looked at is judged for one moment alone")
    func oneInstant() async throws {
        let calls = Atomic(0)
        let environment = CheckEnvironment(
            folder: TestPKI.folder, timeout: .seconds(60), commands: .refused, variables: [:]
        ) {
            // The certificate ends between the first time that is told and the second.
            let isFirst = calls.add(1, ordering: .relaxed).oldValue == 0
            return Instant(milliseconds: isFirst ? 3_155_759_999_000 : 3_155_760_001_000)
        }
        let result = try await OpenSSLServer.with(certificate: "good") { port in
            await TLSCheck.test(port) {
                $0.certificate.expires = .init(warn: .seconds(86_400))
            }.carryOut(in: environment)
        }
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.warned == ["good.example.test, valid until 2070-01-01T00:00:00Z"])
        #expect(result.observedAt == Instant(milliseconds: 3_155_760_001_000))
    }

    @Test("The name may be an address, a wildcard, or another than the host")
    func names() async throws {
        try await OpenSSLServer.with(certificate: "good") { port in
            let met = ["127.0.0.1", "::1", "a.wild.example.test", "good.example.test."]
            let unmet = ["127.0.0.2", "a.b.wild.example.test", "wild.example.test", "example.test"]
            for name in met + unmet {
                let result = await TLSCheck.test(port) { $0.certificate.name = name }
                    .carryOut(in: .test())
                #expect(
                    (result.outcome == .met) == met.contains(name), "\(name): \(result.summary)")
                #expect(result.facts["server-name"] == .string(name))
            }
        }
    }

    @Test("A long chain is verified and shown")
    func deep() async throws {
        let result = try await OpenSSLServer.with(certificate: "deep") { port in
            await TLSCheck.test(port).carryOut(in: .test())
        }
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["certificates-count"] == 13)
    }

    @Test("Text that a stranger put into a certificate cannot steer a terminal")
    func hostile() async throws {
        let result = try await OpenSSLServer.with(certificate: "hostile") { port in
            await TLSCheck.test(port) { $0.certificate.issuers = ["nobody"] }.carryOut(in: .test())
        }
        let everything = "\(result)"
        #expect(!everything.utf8.contains(0x1b))
        #expect(!everything.utf8.contains(UInt8(ascii: "\n")))
        #expect(
            result.facts["certificates"]?.items?.first?["subject"]?.text?.contains("red") == true)
    }

    @Test("verify: false lets anything pass and says so")
    func unverified() async throws {
        for certificate in ["self-signed", "expired", "wrong-host"] {
            let (check, result) = try await OpenSSLServer.with(certificate: certificate) { port in
                let check = TLSCheck.test(port) { $0.certificate.verify = false }
                return (check, await check.carryOut(in: .test()))
            }
            #expect(result.outcome == .met)
            #expect(result.warned.count == 1, "\(result.summary)")
            #expect(result.findings.count == 2, "what is not counted is not said to be met")
            #expect(result.facts["verification"]?["verified"] == false)
            #expect(check.cautions == [.certificateNotVerified])
        }
    }

    @Test("An expired certificate is unmet without verification where expiry is asked for")
    func unverifiedExpiry() async throws {
        let result = try await OpenSSLServer.with(certificate: "expired") { port in
            await TLSCheck.test(port) {
                $0.certificate.verify = false
                $0.certificate.expires = .init()
            }.carryOut(in: .test())
        }
        #expect(result.outcome == .unmet)
    }

    /// The codes of OpenSSL in the facts, each once.
    private func codes(of result: CheckOutcome) -> [Int64] {
        let problems = result.facts["verification"]?["problems"]?.items ?? []
        return Set(problems.compactMap { $0["code"]?.integer }).sorted()
    }
}
