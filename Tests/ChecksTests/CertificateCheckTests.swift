import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What a `certificate` check says of files of all kinds.
@Suite("The certificate check")
struct CertificateCheckTests {
    /// Options with what is to be said of the files.
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let outcome: CheckOutcome.Outcome
        /// What is seen where it is not as expected, or not known.
        let actual: [String]
        var code: Obstacle.Code?

        init(
            _ options: String, _ outcome: CheckOutcome.Outcome, _ actual: [String] = [],
            _ code: Obstacle.Code? = nil
        ) {
            testDescription = options
            self.outcome = outcome
            self.actual = actual
            self.code = code
        }
    }

    private func check(_ example: Case) async throws {
        let result = try await CheckKind.certificateOutcome(example.testDescription)
        #expect(result.outcome == example.outcome, "\(result.summary)")
        #expect(result.unmet + result.unknown == example.actual, "\(result.summary)")
        #expect(result.code == example.code, "\(result.summary)")
    }

    @Test("a certificate with its key is met, with all of its facts")
    func good() async throws {
        let result = try await CheckKind.certificateOutcome(
            "path: client.pem, key: client.key, usages: client-authentication, ca: false,"
                + " issuer: Test Root, expires: {warn: 30d, fail: 7d}, key-type: EC,"
                + " key-bits: {minimum: 256}, signature: {equals: ecdsa-with-SHA256}", .refused)
        #expect(result.outcome == .met && result.warned == [], "\(result.summary)")
        let facts = result.facts
        #expect(facts["format"] == "PEM" && facts["certificates-count"] == 1)
        #expect(facts["key"] == ["type": "EC prime256v1", "bits": 256, "certificate": 1])
        let own = facts["certificates"]?.items?.first
        #expect(own?["subject"] == "CN=gateway client,O=Readiness Test")
        #expect(own?["usages"] == ["client-authentication"] && own?["authority"] == "no")
        #expect(facts["earliest-end"] == "2070-01-01T00:00:00Z")
        #expect(facts["holds-until"] == "2069-12-25T00:00:00Z")
        #expect(facts["revocation"] == "not checked" && facts["verification"] == nil)
    }

    @Test(
        "every form of a file is read",
        arguments: [
            Case("path: client.der, key: client-key.der", .met),
            Case("path: client.pem, key: client-encrypted.key, password: {env: P}", .met),
            Case("path: client.pem, key: client-traditional.key, password: {env: P}", .met),
            Case("path: client.pem, key: client-encrypted.der, password: {env: P}", .met),
            Case("path: client.p12, key: client.p12, password: {env: P}", .met),
            Case("path: client-open.p12, key: client-open.p12", .met),
            Case("path: client-all.pem, key: client-all.pem", .met),
            Case("path: weak-chain.pem", .met),
        ])
    func forms(_ example: Case) async throws { try await check(example) }

    @Test(
        "what is encrypted and not opened is undetermined",
        arguments: [
            Case(
                "path: client.pem, key: client-encrypted.key", .undetermined,
                ["nothing that was read"], .passwordMissing),
            Case(
                "path: client.pem, key: client-traditional.key", .undetermined,
                ["nothing that was read"], .passwordMissing),
            Case(
                "path: client.pem, key: client-encrypted.der", .undetermined,
                ["nothing that was read"], .passwordMissing),
            Case("path: client.p12", .undetermined, ["nothing that was read"], .passwordMissing),
            Case(
                "path: client-no-mac.p12, password: {env: P}", .undetermined,
                ["nothing that was read"], .contentUnread),
        ])
    func locked(_ example: Case) async throws { try await check(example) }

    @Test(
        "a wrong password is undetermined and told apart from none",
        arguments: [
            "path: client.pem, key: client-encrypted.key", "path: client.p12",
            "path: client.pem, key: client-traditional.key",
            "path: client.pem, key: client-encrypted.der", "path: client-open.p12",
        ])
    func wrongPassword(_ options: String) async throws {
        let result = try await CheckKind.certificateOutcome(
            "\(options), password: {env: P}", password: "wrong")
        #expect(result.outcome == .undetermined && result.code == .passwordWrong)
        let missing = try await CheckKind.certificateOutcome(
            "\(options), password: {env: P}", password: nil)
        #expect(missing.outcome == .undetermined && missing.code == .secretUnreadable)
        let untrusted = try await CheckKind.certificateOutcome(
            "\(options), password: {env: P}", .refused)
        #expect(untrusted.outcome == .undetermined && untrusted.code == .notTrusted)
    }

    @Test(
        "what is wrong with a file or its key is told apart",
        arguments: [
            Case("path: nothing.pem", .unmet, ["nothing"]),
            Case("path: client.pem/a", .unmet, ["nothing"]),
            Case("path: .", .unmet, ["a folder"]),
            Case("path: client.pem, key: nothing.key", .unmet, ["nothing"]),
            Case(
                "path: client.key, key: client.pem", .unmet, ["a private key", "a certificate"]),
            Case(
                "path: client-key.der, key: client.der", .unmet,
                ["a private key", "a certificate"]),
            Case("path: client-encrypted.der", .unmet, ["a private key"]),
            Case("path: client.csr", .unmet, ["a certificate request"]),
            Case("path: ca.cnf", .unmet, ["something that is no certificate"]),
            Case(
                "path: client.pem, key: ca.cnf", .unmet, ["something that is no private key"]),
            Case(
                "path: client.pem, key: good.key", .unmet, ["the key of another certificate"]),
            Case(
                "path: client.pem, key: weak.key", .unmet, ["the key of another certificate"]),
            Case(
                "path: client-no-key.p12, key: client-no-key.p12, password: {env: P}", .unmet,
                ["a file of PKCS#12 without a private key"]),
            Case(
                "path: client-reversed.pem, key: client.key", .unmet,
                ["that of certificate 2, gateway client"]),
        ])
    func wrong(_ example: Case) async throws { try await check(example) }

    @Test(
        "what a certificate says is held against what is expected",
        arguments: [
            Case("path: good.pem, names: [good.example.test, a.wild.example.test, '::1']", .met),
            Case(
                "path: wrong-host.pem, names: good.example.test", .unmet,
                ["one for DNS:other.example.test"]),
            Case(
                "path: no-names.pem, names: 127.0.0.1", .unmet,
                ["a certificate for no name at all"]),
            Case(
                "path: good.pem, usages: client-authentication", .unmet,
                ["one for server authentication"]),
            Case("path: root.pem, ca: true", .met),
            Case("path: root.pem, ca: false", .unmet, ["a certificate of an authority"]),
            Case("path: client.pem, ca: true", .unmet, ["one of no authority"]),
            Case(
                "path: expired.pem", .unmet,
                ["good.example.test, expired on 2021-01-01T00:00:00Z"]),
            Case(
                "path: not-yet-valid.pem", .unmet,
                ["good.example.test, not valid before 2060-01-01T00:00:00Z"]),
            Case(
                "path: weak.pem", .unmet, ["good.example.test: RSA of 1024 bits, worth 80"]),
            Case(
                "path: client-sha1.pem", .unmet, ["old: ecdsa-with-SHA1, worth 63"]),
            Case(
                "path: client-broken.pem, ca: false", .unmet,
                [
                    "one that does not say clearly whether it is",
                    "old: an extension is not in order",
                ]),
            Case("path: client.pem, issuer: Other Root", .unmet, ["Test Root"]),
            Case(
                "path: client.pem, expires: {fail: 100000d}", .unmet,
                ["gateway client, valid until 2070-01-01T00:00:00Z"]),
        ])
    func content(_ example: Case) async throws { try await check(example) }

    @Test(
        "a chain is verified against named authorities for a purpose",
        arguments: [
            Case(
                "path: client.pem, ca-file: root.pem, purpose: client-authentication,"
                    + " issuer: Test Root", .met),
            Case(
                "path: client.pem, ca-file: root.pem, purpose: server-authentication", .unmet,
                ["a certificate that is not meant for what it is used for here"]),
            Case(
                "path: client.pem, ca-file: other-root.pem", .unmet,
                [
                    "no certificate of Test Root: an intermediate is missing, or the authority is"
                        + " not known here"
                ]),
            Case(
                "path: client.pem, ca-file: client.key", .undetermined,
                ["authorities that were not read"], .credentialUnusable),
            Case(
                "path: client.pem, ca-file: nothing.pem", .undetermined,
                ["authorities that were not read"], .credentialUnreadable),
        ])
    func verification(_ example: Case) async throws { try await check(example) }

    @Test("a chain in disorder, and a certificate that ends soon, are worth a look")
    func warnings() async throws {
        let reversed = try await CheckKind.certificateOutcome("path: client-reversed.pem")
        #expect(reversed.outcome == .met)
        #expect(reversed.warned == ["Test Root followed by gateway client"])
        let soon = try await CheckKind.certificateOutcome(
            "path: client.pem, expires: {warn: 100000d}")
        #expect(soon.warned == ["gateway client, valid until 2070-01-01T00:00:00Z"])
    }

    @Test("the public key is pinned, and observing writes what is seen")
    func pin() async throws {
        let (check, _) = try CheckKind.certificate.reading("{path: good.pem}")
        let look = try await #require(check).look(in: .fixture(folder: TestPKI.folder))
        guard case .text(let key)? = look.seen?.options["public-key"] else {
            Issue.record("no public key")
            return
        }
        #expect(look.seen?.options["issuer"] == .text("Test Intermediate"))
        #expect(
            try await CheckKind.certificateOutcome("path: good.pem, public-key: \(key)").outcome
                == .met)
        let other = try await CheckKind.certificateOutcome("path: client.pem, public-key: \(key)")
        #expect(other.outcome == .unmet)
    }

    @Test(
        "options that contradict each other are refused",
        arguments: [
            "path: a, purpose: client-authentication",
            "path: a, ca-file: b, purpose: code-signing", "path: a, password: secret",
            "path: a/b, ca-file: ./a//b",
        ])
    func contradictions(_ options: String) throws {
        let (check, mistakes) = try CheckKind.certificate.reading("{\(options)}")
        #expect(check == nil && mistakes.count == 1)
    }
}
