import CanonicalJSON
import Checks
import Foundation
import Rollout
import Testing

/// What a server still takes, its key, and the dates of our own certificate.
struct TLSWeaknessTests {
    private func outcome(
        _ port: Int, _ options: String, timeout: Duration = .seconds(60)
    ) async throws -> CheckOutcome {
        let text =
            "{host: good.example.test, connect-to: '127.0.0.1:\(port)', ca-file: root.pem, \(options)}"
        let (check, mistakes) = try CheckKind.tls.reading(text)
        return await (try #require(check, "\(mistakes)")).carryOut(in: .test(timeout: timeout))
    }

    @Test("A server that still takes an old version is unmet, one that refuses it is met")
    func versions() async throws {
        let lax = ["-min_protocol", "TLSv1", "-cipher", "DEFAULT:@SECLEVEL=0"]
        try await OpenSSLServer.with(certificate: "good", lax) { port in
            let result = try await outcome(port, "refuses: [1.0, 1.1]")
            #expect(
                result.unmet == ["an acceptance of TLS 1.0", "an acceptance of TLS 1.1"],
                "\(result.summary)")
        }
        try await OpenSSLServer.with(certificate: "good", ["-min_protocol", "TLSv1.2"]) { port in
            let result = try await outcome(port, "refuses: [1.0, 1.1]")
            #expect(result.outcome == .met, "\(result.summary)")
            #expect(result.findings.last?.expected == "a refusal of TLS 1.1")
        }
    }

    @Test("A cipher suite is refused or not, and one that we cannot offer is not known to be")
    func ciphers() async throws {
        let weak = "refuses: [TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, ECDHE-ECDSA-AES256-SHA]"
        try await OpenSSLServer.with(certificate: "good") { port in
            let result = try await outcome(port, weak)
            #expect(result.unmet.count == 2, "\(result.summary)")
            // The last ones are OpenSSL's words for many suites, of which a server may take others.
            for unknown in ["RC4-MD5", "TLSv1", "SSLv3", "aNULL", "HIGH", "ECDHE", "AES128"] {
                let result = try await outcome(port, "refuses: \(unknown)")
                #expect(result.outcome == .undetermined, "\(unknown): \(result.summary)")
                #expect(
                    result.unknown == ["no offer: OpenSSL here has no cipher suite \(unknown)"])
            }
        }
        try await OpenSSLServer.with(certificate: "good", ["-cipher", "ECDHE+AESGCM"]) { port in
            let result = try await outcome(port, weak)
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("A handshake that is signed with SHA-1 is what other programs refuse")
    func signature() async throws {
        let arguments = [
            "-tls1_2", "-sigalgs", "ECDSA+SHA1", "-cipher", "DEFAULT:@SECLEVEL=0",
        ]
        try await OpenSSLServer.with(certificate: "good", arguments) { port in
            let result = try await outcome(port, "minimum-version: 1.2")
            #expect(result.unmet == ["ECDSA sha1"], "\(result.summary)")
        }
    }

    @Test("The key is held against its digest, type and length")
    func key() async throws {
        let digest = try Self.digest(of: TestPKI.path("good.pem"))
        try await OpenSSLServer.with(certificate: "good") { port in
            let good = try await outcome(
                port, "public-key: \(digest), key-type: [RSA, EC], key-bits: {minimum: 256}")
            #expect(good.outcome == .met, "\(good.summary)")
            #expect(good.facts["earliest-end"] == "2070-01-01T00:00:00Z")
            #expect(good.facts["verified-chain-end"] == "2070-01-01T00:00:00Z")
            #expect(good.facts["holds-until"] == "2070-01-01T00:00:00Z")
            let other = String(repeating: "0", count: 64)
            let bad = try await outcome(
                port, "public-key: \(other), key-type: RSA, key-bits: {minimum: 384}")
            #expect(
                bad.unmet == [
                    "the public key of SHA-256 \(digest)", "a key of type EC prime256v1",
                    "a key of 256 bits",
                ])
        }
    }

    private static func digest(of path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let script =
            "openssl x509 -in \"$0\" -noout -pubkey | openssl pkey -pubin -outform DER | sha256sum"
        process.arguments = ["-c", script, path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return String(output.prefix(64))
    }

    @Test("Certificates in another order are worth a look")
    func order() async throws {
        let chain = NSTemporaryDirectory() + "readiness-\(UUID().uuidString).pem"
        let parts = ["root", "intermediate"].map { TestPKI.path("\($0).pem") }
        try parts.map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
            .write(toFile: chain, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: chain) }
        let arguments = [
            "-cert", TestPKI.path("good.pem"), "-key", TestPKI.path("good.key"), "-cert_chain",
            chain,
        ]
        try await OpenSSLServer.with(arguments: arguments) { port in
            let result = try await outcome(port, "minimum-version: 1.2")
            #expect(result.outcome == .met)
            #expect(
                result.warned == ["good.example.test followed by Test Root"], "\(result.summary)")
        }
    }
}
