import Attestation
import Characters
import Crypto
import Rollout
import Testing

/// Certificates that ssh-keygen makes, beside what its `-Y verify` says of them.
struct SSHCertificateTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// Of ssh-keygen -s.
        let options: [String]
        var key = "ed25519"
        var authority = "authority"
        /// The line of the list of signers, before the key of the authority.
        var line = "*@example.com cert-authority"
        var listed = "authority"
        /// Nil where the signature counts; made from the fingerprints of key and authority.
        var fault: (@Sendable (KeyFingerprint, KeyFingerprint) -> SignatureFault)?
        /// Where we refuse what ssh-keygen takes.
        var isStricter = false

        var testDescription: String { name }
    }

    private static let noon = Sample.instant

    static let cases: [Case] = [
        Case(name: "for the principal", options: ["-n", "nora@example.com"]),
        Case(name: "for two", options: ["-n", "sam@example.com,nora@example.com"]),
        Case(name: "ecdsa key", options: ["-n", "nora@example.com"], key: "p384"),
        Case(name: "rsa key", options: ["-n", "nora@example.com"], key: "rsa"),
        Case(
            name: "rsa authority", options: ["-n", "nora@example.com"],
            authority: "rsa-authority", listed: "rsa-authority"),
        Case(
            name: "exact principal in the list", options: ["-n", "nora@example.com"],
            line: "nora@example.com cert-authority"),
        Case(
            name: "for somebody else", options: ["-n", "sam@example.com"],
            fault: { _, _ in .certificateForOthers(["sam@example.com"], keyID: "id") }),
        Case(
            name: "with a pattern as its name", options: ["-n", "*@example.com"],
            fault: { _, _ in .certificateForOthers(["*@example.com"], keyID: "id") }),
        Case(
            name: "for nobody", options: [],
            fault: { _, _ in .certificateWithoutPrincipals(keyID: "id") }),
        Case(
            name: "for a machine", options: ["-h", "-n", "nora@example.com"],
            fault: { _, _ in .certificateForHost(keyID: "id") }),
        Case(
            name: "ended at that moment",
            options: ["-n", "nora@example.com", "-V", "20260701000000:20260801120000"],
            fault: { _, _ in .certificateExpired(noon, keyID: "id") }),
        Case(
            name: "ends a second later",
            options: ["-n", "nora@example.com", "-V", "20260701000000:20260801120001"]),
        Case(
            name: "begins at that moment",
            options: ["-n", "nora@example.com", "-V", "20260801120000:20270101000000"]),
        Case(
            name: "begins a second later",
            options: ["-n", "nora@example.com", "-V", "20260801120001:20270101000000"],
            fault: { _, _ in
                .certificateNotYetValid(
                    from: Instant(milliseconds: noon.milliseconds + 1000), keyID: "id")
            }),
        Case(
            name: "of another authority", options: ["-n", "nora@example.com"], listed: "other",
            fault: { _, authority in .authorityNotListed(authority) }),
        Case(
            name: "authority listed as a plain key", options: ["-n", "nora@example.com"],
            line: "nora@example.com", fault: { _, authority in .authorityNotListed(authority) }),
        Case(
            name: "only the plain key is listed", options: ["-n", "nora@example.com"],
            line: "nora@example.com", listed: "ed25519",
            fault: { _, authority in .authorityNotListed(authority) }),
        Case(
            name: "list for another domain", options: ["-n", "nora@example.com"],
            line: "*@elsewhere.example cert-authority",
            fault: { _, _ in .notForPrincipal("nora@example.com", line: 1) }),
        Case(
            name: "list for another namespace", options: ["-n", "nora@example.com"],
            line: #"*@example.com cert-authority,namespaces="git""#,
            fault: { _, _ in
                .namespaceNotAllowed(SignatureNamespace(Sample.namespace), line: 1)
            }),
        Case(
            name: "options that are about logins",
            options: [
                "-n", "nora@example.com", "-O", "force-command=/bin/true", "-O",
                "source-address=10.0.0.0/8",
            ]),
        Case(
            name: "unknown critical option",
            options: ["-n", "nora@example.com", "-O", "critical:shoe-size=43"],
            fault: { _, _ in .certificateOptionUnknown("shoe-size") }, isStricter: true),
        Case(
            name: "verify-required, and the key asks for nothing",
            options: ["-n", "nora@example.com", "-O", "verify-required"],
            fault: { key, _ in .verificationMissing(key) }, isStricter: true),
    ]

    @Test("A certificate counts where its fields and the list say so", arguments: cases)
    func decided(_ sample: Case) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put(sample.key, sample.authority, into: keygen)
            _ = try keygen.certify(
                sample.key, by: sample.authority, ["-I", "id", "-z", "9"] + sample.options)
            let armored = try keygen.sign(
                Sample.message, key: "\(sample.key)-cert.pub", namespace: Sample.namespace)
            let list = "\(sample.line) \(try SampleKeys.line(sample.listed))\n"
            let key = try SSHKey(line: try SampleKeys.line(sample.key).utf8)
            let authority = try SSHKey(line: try SampleKeys.line(sample.authority).utf8)
            let result = SignatureVerifier(allowed: AllowedSigners(list.utf8, zone: .utc)).verify(
                armored, over: Sample.message, by: Sample.principal,
                for: SignatureNamespace(Sample.namespace), at: Sample.instant)
            if let fault = sample.fault?(key.fingerprint, authority.fingerprint) {
                #expect(result == .failure(fault))
            } else {
                let certificate = SignerKey.Certificate(
                    authority: authority.fingerprint, keyID: "id", serial: 9)
                #expect(
                    result
                        == .success(
                            SignerKey(
                                fingerprint: key.fingerprint, type: key.type.rawValue,
                                certificate: certificate)))
            }
            let theirs = try keygen.verifies(
                armored, over: Sample.message, allowed: Array(list.utf8),
                principal: "nora@example.com", namespace: Sample.namespace, at: Sample.time)
            #expect(theirs == (sample.fault == nil || sample.isStricter))
        }
    }

    @Test(
        "A certificate whose text was changed is not taken",
        arguments: ["authority", "rsa-authority"])
    func forged(_ authority: String) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", authority, into: keygen)
            _ = try keygen.certify("ed25519", by: authority, ["-I", "id", "-n", "sam@example.com"])
            let armored = try keygen.sign(
                Sample.message, key: "ed25519-cert.pub", namespace: Sample.namespace)
            let parts = Wire.Parts(blob: try SSHSignature(armored: armored).blob)
            let changed = try #require(parts.key.firstRange(of: Array("sam@".utf8)))
            var key = parts.key
            key[changed.lowerBound] = UInt8(ascii: "p")
            let forged = Wire.armor(
                Wire.signature(key: key, namespace: Sample.namespace, signature: parts.signature))
            let fingerprint = try SSHKey(line: try SampleKeys.line(authority).utf8).fingerprint
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("* cert-authority \(try SampleKeys.line(authority))"))
            #expect(
                verifier.fault(forged, by: "pam@example.com")
                    == .certificateForged(authority: fingerprint))
        }
    }

    @Test("A hardware key with verify-required counts where it asked")
    func verified() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("authority", into: keygen)
            let token = SoftwareToken(secret: .ed25519(.init()), application: "ssh:")
            try keygen.write("token.pub", Array("\(token.line)\n".utf8))
            let line = try keygen.certify(
                "token", by: "authority",
                ["-I", "id", "-n", "nora@example.com", "-O", "verify-required"])
            let certificate = try #require(SSHCertificate(line: line))
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("* cert-authority \(try SampleKeys.line("authority"))"))
            for (flags, isRefused) in [(UInt8(1), true), (5, false)] {
                let signature = try SSHSignature(
                    armored: token.sign(Sample.message, namespace: Sample.namespace, flags: flags))
                let parts = Wire.Parts(blob: signature.blob)
                let armored = Wire.armor(
                    Wire.signature(
                        key: certificate.blob, namespace: Sample.namespace,
                        signature: parts.signature))
                let fault = verifier.fault(armored)
                #expect(
                    fault == (isRefused ? .verificationMissing(certificate.key.fingerprint) : nil))
            }
        }
    }
}

extension SSHCertificate {
    /// The certificate of a line that ssh-keygen wrote.
    fileprivate init?(line: String) {
        let words = line.split(separator: " ")
        guard words.count > 1, let blob = Base64.bytes(words[1].utf8) else { return nil }
        try? self.init(blob: blob)
    }
}
