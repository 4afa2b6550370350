import Attestation
import Rollout
import Testing

/// Signatures that are right and count for something else.
struct SignatureVerifierTests {
    @Test(
        "A signature for git or a file is none for a statement",
        arguments: ["git", "file", "statement-v2@readiness"])
    func otherPurpose(_ namespace: String) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", into: keygen)
            let armored = try keygen.sign(Sample.message, key: "ed25519", namespace: namespace)
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("nora@example.com \(try SampleKeys.line("ed25519"))"))
            #expect(
                verifier.fault(armored) == .otherNamespace(namespace, wanted: .statement))
        }
    }

    @Test("The key of a ledger signs for nobody, even where it is listed")
    func logKey() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", into: keygen)
            let line = try SampleKeys.line("ed25519")
            let key = try SSHKey(line: line.utf8).fingerprint
            let armored = try keygen.sign(
                Sample.message, key: "ed25519", namespace: Sample.namespace)
            let allowed = Sample.allowed("nora@example.com \(line)")
            #expect(SignatureVerifier(allowed: allowed).fault(armored) == nil)
            #expect(
                SignatureVerifier(allowed: allowed, logKeys: [key]).fault(armored) == .logKey(key))
        }
    }

    @Test("Without a list nobody counts")
    func noList() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", into: keygen)
            let armored = try keygen.sign(
                Sample.message, key: "ed25519", namespace: Sample.namespace)
            let key = try SSHKey(line: try SampleKeys.line("ed25519").utf8).fingerprint
            #expect(SignatureVerifier(allowed: .none).fault(armored) == .keyNotListed(key))
        }
    }

    @Test(
        "A key of a type that is not accepted is named",
        arguments: ["ssh-dss", "ssh-mldsa44-ed25519@openssh.com", ""])
    func otherType(_ type: String) {
        let key = Wire().string(type).string("x").bytes
        let blob = Wire.signature(key: key, namespace: Sample.namespace, signature: [0, 0, 0, 0])
        #expect(
            SignatureVerifier(allowed: .none).fault(Wire.armor(blob)) == .keyTypeRefused(type))
    }

    @Test("The principal is compared by its bytes")
    func bytes() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("ed25519", into: keygen)
            let armored = try keygen.sign(
                Sample.message, key: "ed25519", namespace: Sample.namespace)
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("ren\u{E9}@example.com \(try SampleKeys.line("ed25519"))"))
            #expect(verifier.fault(armored, by: "ren\u{E9}@example.com") == nil)
            let other: Principal = "rene\u{301}@example.com"
            #expect(verifier.fault(armored, by: other) == .notForPrincipal(other, line: 1))
        }
    }
}
