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
            let lacking = try await outcome(port, "refuses: RC4-MD5")
            #expect(lacking.outcome == .undetermined, "\(lacking.summary)")
            #expect(lacking.unknown == ["no offer: OpenSSL here has no cipher suite RC4-MD5"])
        }
        try await OpenSSLServer.with(certificate: "good", ["-cipher", "ECDHE+AESGCM"]) { port in
            let result = try await outcome(port, weak)
            #expect(result.outcome == .met, "\(result.summary)")
        }
    }

    @Test("OpenSSL's words for many suites name none, and are mistakes")
    func aliases() throws {
        for word in ["TLSv1", "SSLv3", "aNULL", "HIGH", "ALL", "ECDHE", "AES128", "-ALL", "1.4"] {
            let (check, mistakes) = try CheckKind.tls.reading("{host: a.test, refuses: \(word)}")
            #expect(check == nil, "\(word)")
            let wanted =
                "is not a version of TLS (1.0, 1.1, 1.2 or 1.3) or the name of one cipher suite"
            #expect(mistakes == ["\"\(word)\" \(wanted)"])
        }
        for name in ["1.2", "RC4-MD5", "TLS_RSA_WITH_NULL_SHA", "TLS_AES_128_GCM_SHA256"] {
            let mistakes = try CheckKind.tls.reading("{host: a.test, refuses: \(name)}").mistakes
            #expect(mistakes.isEmpty)
        }
    }

    @Test(
        "A suite that only a certificate of an unusual curve allows is not taken for refused",
        arguments: ["secp256k1", "brainpoolP256r1", "secp224r1"])
    func curves(_ curve: String) async throws {
        let folder = try TemporaryCertificates(curve: curve)
        defer { folder.remove() }
        let suite = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"
        // It also has an RSA certificate, so that there is a session to look at.
        let arguments = folder.arguments + ["-cipher", "ALL:@SECLEVEL=0", "-tls1_2"]
        try await OpenSSLServer.with(arguments: arguments) { port in
            let text =
                "{host: 127.0.0.1, port: \(port), verify: false, refuses: \(suite)}"
            let check = try #require(try CheckKind.tls.reading(text).check)
            let result = await check.carryOut(in: .test())
            #expect(result.unmet == ["an acceptance of \(suite)"], "\(result.summary)")
        }
    }

    @Test("A refusal by a server of curves that OpenSSL here lacks is not known to be one")
    func lackingCurves() {
        let curves = OpenSSLCurves(among: ["secp256r1", "curve1", "curve2"])
        #expect(curves.list == "secp256r1" && curves.missing == ["curve1", "curve2"])
        #expect(
            curves.doubt(about: "ECDHE-ECDSA-AES128-SHA")
                == "a refusal that may be about curves: OpenSSL here lacks curve1 and 1 more")
        #expect(curves.doubt(about: "AES128-SHA") == nil)
        #expect(OpenSSLCurves(among: ["x25519"]).doubt(about: "ECDHE-RSA-AES128-SHA") == nil)
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
