import Attestation
import Rollout
import Testing

/// Lists of revoked keys beside what `ssh-keygen -Y verify -r` says.
struct RevokedKeysTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// The text, in which KEY, OTHER and AUTHORITY stand for keys, PRINT for a fingerprint.
        let list: String
        var signer = "ed25519"
        /// From the fingerprints of key and authority; nil where the signature counts.
        var fault: (@Sendable (KeyFingerprint, KeyFingerprint) -> SignatureFault)?
        /// Where ssh-keygen refuses what we take.
        var isLaxer = false

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nothing revoked", list: "# none\n\n"),
        Case(name: "another key", list: "OTHER"),
        Case(
            name: "the key", list: "OTHER\nKEY lost in Rome", fault: { key, _ in .keyRevoked(key) }),
        Case(
            name: "the key by its fingerprint", list: "PRINT", fault: { key, _ in .keyRevoked(key) }
        ),
        Case(
            name: "another key by its fingerprint",
            list: "SHA256:lbmsoA0yIEcEiVDRnMWuzm+nV+3ZEEpVIURqFoeSspg", isLaxer: true),
        Case(
            name: "the key of a certificate", list: "KEY", signer: "ed25519-cert.pub",
            fault: { key, _ in .keyRevoked(key) }),
        Case(
            name: "the authority of a certificate", list: "AUTHORITY", signer: "ed25519-cert.pub",
            fault: { _, authority in .authorityRevoked(authority) }),
        Case(
            name: "a certificate of the key", list: "CERTIFICATE", signer: "ed25519",
            fault: { key, _ in .keyRevoked(key) }),
        Case(
            name: "a line that cannot be read", list: "OTHER\nssh-ed25519 AAAA",
            fault: { _, _ in .revocationsUnreadable(line: 2) }),
        Case(
            name: "a fingerprint that is none", list: "SHA256:abc",
            fault: { _, _ in .revocationsUnreadable(line: 1) }),
        Case(
            name: "a directive of a list to be made", list: "serial: 7",
            fault: { _, _ in .revocationsUnreadable(line: 1) }),
    ]

    @Test(
        "A revoked key counts no more, and nothing counts by a list that cannot be read",
        arguments: cases)
    func decided(_ sample: Case) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", "authority", into: keygen)
            let certificate = try keygen.certify(
                "ed25519", by: "authority", ["-I", "id", "-n", "nora@example.com"])
            let line = try SampleKeys.line("ed25519")
            let authority = try SampleKeys.line("authority")
            let key = try SSHKey(line: line.utf8).fingerprint
            let words = [
                "CERTIFICATE": certificate, "AUTHORITY": authority, "KEY": line,
                "OTHER": try SampleKeys.line("other"), "PRINT": key.text,
            ]
            let list = sample.list.split(separator: "\n").map { line in
                let word = String(line.prefix { $0.isUppercase })
                return words[word].map { $0 + line.dropFirst(word.count) } ?? String(line)
            }.joined(separator: "\n")
            let allowed = "nora@example.com \(line)\nnora@example.com cert-authority \(authority)\n"
            let verifier = SignatureVerifier(
                allowed: AllowedSigners(allowed.utf8, zone: .utc), revoked: RevokedKeys(list.utf8))
            let armored = try keygen.sign(
                Sample.message, key: sample.signer, namespace: Sample.namespace)
            let fault = sample.fault?(key, try SSHKey(line: authority.utf8).fingerprint)
            #expect(verifier.fault(armored) == fault)
            let theirs = try keygen.verifies(
                armored, over: Sample.message, allowed: Array(allowed.utf8),
                principal: "nora@example.com", namespace: Sample.namespace, at: Sample.time,
                revoked: Array("\(list)\n".utf8))
            #expect(theirs == (fault == nil && !sample.isLaxer))
        }
    }

    @Test("A binary list is refused, and nothing counts by it")
    func binary() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", "other", into: keygen)
            _ = try keygen.run(["-k", "-f", "krl", "other.pub"])
            let revoked = RevokedKeys(try keygen.read("krl"))
            #expect(revoked.mistakes == [SignerListMistake(line: 0, reason: .binaryList)])
            let armored = try keygen.sign(
                Sample.message, key: "ed25519", namespace: Sample.namespace)
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("nora@example.com \(try SampleKeys.line("ed25519"))"),
                revoked: revoked)
            #expect(verifier.fault(armored) == .revocationsUnreadable(line: 0))
        }
    }
}
