import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What a `tls` check says of answers that a server staples to its certificate.
@Suite("Stapled answers")
struct TLSStaplingTests {
    private static let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))

    private func outcome(
        _ certificate: String, _ answer: String?, _ wanted: TLSStapling.Wanted? = .good,
        _ arguments: [String] = [], at instant: Instant = now,
        _ change: (inout TLSExpectations) -> Void = { _ in }
    ) async throws -> CheckOutcome {
        let file = answer.map { ["-status_file", TestPKI.path("\($0).ocsp")] } ?? []
        return try await OpenSSLServer.with(certificate: certificate, file + arguments) { port in
            let check = TLSCheck.test(port) {
                $0.stapled = wanted
                change(&$0)
            }
            return await check.carryOut(in: .test(at: instant))
        }
    }

    @Test(
        "an answer of the issuer, or of somebody whom it lets, is met",
        arguments: ["good", "delegated"], ["-tls1_2", "-tls1_3"])
    func good(_ answer: String, _ version: String) async throws {
        let result = try await outcome("good", answer, .good, [version])
        #expect(result.outcome == .met, "\(result.summary)")
        #expect(result.facts["revocation"] == "stapled: good")
        #expect(result.facts["stapled"]?["status"] == "good")
        #expect(result.facts["stapled"]?["next-update"] != nil)
    }

    @Test(
        "what is not an answer that counts is unmet",
        arguments: [
            ("revoked", "revoked", "a certificate that was revoked on"),
            ("good", "stranger", "an answer that the issuer of the certificate does not vouch for"),
            (
                "good", "no-responder",
                "an answer that the issuer of the certificate does not vouch for"
            ),
            ("good", "another", "an answer about another certificate"),
            ("good", "unknown", "an answer that does not know the certificate"),
        ])
    func unmet(_ certificate: String, _ answer: String, _ actual: String) async throws {
        let result = try await outcome(certificate, answer)
        #expect(result.outcome == .unmet, "\(result.summary)")
        #expect(result.unmet.count == 1 && result.unmet.allSatisfy { $0.hasPrefix(actual) })
        if answer == "revoked" {
            #expect(result.unmet.first?.hasSuffix("(keyCompromise)") ?? false)
            #expect(result.facts["revocation"] == "stapled: revoked")
        }
    }

    @Test("an answer about the intermediate certificate says nothing of the server's own")
    func intermediate() async throws {
        for wanted in [TLSStapling.Wanted.good, .present] {
            let result = try await outcome("good", "intermediate", wanted)
            #expect(
                result.unmet == ["an answer that the issuer of the certificate does not vouch for"],
                "\(result.summary)")
            #expect(result.facts["revocation"] == "not known: no stapled answer counts")
        }
    }

    @Test("no answer is unmet where one is wanted, and nothing is asked where none is")
    func absent() async throws {
        let result = try await outcome("good", nil)
        #expect(result.unmet == ["no stapled answer"], "\(result.summary)")
        #expect(result.facts["stapled"] == ["status": "none"])
        let unasked = try await outcome("good", "good", nil)
        #expect(unasked.outcome == .met && unasked.facts["revocation"] == "not checked")
    }

    @Test("an answer that is out of its time is unmet, one without an end undetermined")
    func dates() async throws {
        let later = Instant(milliseconds: Self.now.milliseconds + 86_400_000)
        let late = try await outcome("good", "short", at: later)
        #expect(late.outcome == .unmet, "\(late.summary)")
        #expect(late.unmet.first?.hasPrefix("an answer that held until") ?? false)
        #expect(late.facts["revocation"] == "not known: no stapled answer counts")
        let early = try await outcome("good", "good", at: CheckEnvironment.testInstant)
        #expect(early.unmet.first?.hasPrefix("an answer that holds only from") ?? false)
        let endless = try await outcome("good", "endless")
        #expect(endless.outcome == .undetermined, "\(endless.summary)")
    }

    @Test("present takes an answer that does not know, and never one that says revoked")
    func present() async throws {
        #expect(try await outcome("good", "unknown", .present).outcome == .met)
        #expect(try await outcome("revoked", "revoked", .present).outcome == .unmet)
        #expect(try await outcome("good", nil, .present).outcome == .unmet)
        #expect(try await outcome("good", "stranger", .present).outcome == .unmet)
    }

    @Test("where nobody is trusted, an answer is not verified either")
    func untrusted() async throws {
        let result = try await outcome("good", "good") {
            $0.certificate.authorities = "other-root.pem"
            $0.certificate.verify = false
        }
        #expect(result.outcome == .undetermined, "\(result.summary)")
        #expect(result.unknown.count == 1)
    }

    @Test("an answer that was changed is unmet")
    func changed() async throws {
        try await Folder.temporary { folder in
            var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: TestPKI.path("good.ocsp"))))
            // The last digit of the first date, which nobody reads but who verifies.
            let date = try #require(
                bytes.indices.first { bytes[$0...].starts(with: [0x18, 0x0f]) })
            bytes[date + 15] = bytes[date + 15] == 48 ? 49 : 48
            try folder.write("changed.ocsp", bytes)
            let result = try await OpenSSLServer.with(
                certificate: "good", ["-status_file", folder.path("changed.ocsp")]
            ) { port in
                await TLSCheck.test(port) { $0.stapled = .good }.carryOut(in: .test(at: Self.now))
            }
            #expect(
                result.unmet == [
                    "an answer that the issuer of the certificate does not vouch for"
                ], "\(result.summary)")
        }
    }
}
