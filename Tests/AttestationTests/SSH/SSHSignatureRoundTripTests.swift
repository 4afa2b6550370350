import Attestation
import Rollout
import Testing

/// What ssh-keygen signs, we verify; what we write again, it verifies.
struct SSHSignatureRoundTripTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let key: String
        let hash: String
        var testDescription: String { "\(key), \(hash)" }
    }

    static let cases = ["ed25519", "p256", "p384", "p521", "rsa", "rsa-2048"].flatMap { key in
        ["sha512", "sha256"].map { Case(key: key, hash: $0) }
    }

    @Test(
        "Signed by ssh-keygen, verified here, armoured anew, verified by ssh-keygen",
        arguments: cases)
    func both(_ sample: Case) throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put(sample.key, into: keygen)
            let line = try SampleKeys.line(sample.key)
            let armored = try keygen.sign(
                Sample.message, key: sample.key, namespace: Sample.namespace,
                options: ["-Ohashalg=\(sample.hash)"])
            let verifier = SignatureVerifier(
                allowed: Sample.allowed("nora@example.com \(line)"))
            let listed = try SSHKey(line: line.utf8)
            #expect(
                verifier.verify(
                    armored, over: Sample.message, by: Sample.principal,
                    for: SignatureNamespace(Sample.namespace), at: Sample.instant)
                    == .success(
                        SignerKey(fingerprint: listed.fingerprint, type: listed.type.rawValue)))
            #expect(
                verifier.fault(armored, over: Array("other".utf8))
                    == .badSignature(listed.fingerprint))

            let signature = try SSHSignature(armored: armored)
            #expect(signature.armored.utf8.elementsEqual(armored))
            for width in [1, 33, 64, 76, 1000] {
                let wider = Wire.armor(signature.blob, width: width)
                #expect(try SSHSignature(armored: wider).armored.utf8.elementsEqual(armored))
            }
            #expect(
                try keygen.verifies(
                    Array(signature.armored.utf8), over: Sample.message,
                    allowed: Array("nora@example.com \(line)\n".utf8),
                    principal: "nora@example.com", namespace: Sample.namespace, at: Sample.time))
        }
    }

    @Test(
        "The fingerprint and the line are those of ssh-keygen",
        arguments: SampleKeys.kinds.keys.sorted())
    func fingerprints(_ name: String) throws {
        guard name != "rsa-1024" else { return }
        try Keygen.inFolder { keygen in
            try SampleKeys.put(name, into: keygen)
            let line = try SampleKeys.line(name)
            let key = try SSHKey(line: "\(line) a comment".utf8)
            #expect(key.line == line)
            #expect(try SSHKey(blob: key.blob) == key)
            let shown = try keygen.run(["-l", "-f", "\(name).pub"]).output
            let words = String(decoding: shown, as: UTF8.self).split(separator: " ")
            #expect(words[1] == key.fingerprint.text)
        }
    }

    @Test(
        "An RSA key of 1024 bits is too weak to sign and to be listed, though ssh-keygen takes it")
    func weak() throws {
        try Keygen.inFolder { keygen in
            try SampleKeys.put("rsa-1024", into: keygen)
            let line = try SampleKeys.line("rsa-1024")
            let armored = try keygen.sign(
                Sample.message, key: "rsa-1024", namespace: Sample.namespace)
            #expect(
                try keygen.verifies(
                    armored, over: Sample.message, allowed: Array("a \(line)\n".utf8),
                    principal: "a", namespace: Sample.namespace, at: Sample.time))
            let allowed = Sample.allowed("nora@example.com \(line)")
            let fault = SignatureFault.weakKey(bits: 1024, least: 2048)
            #expect(allowed.mistakes == [SignerListMistake(line: 1, reason: .key(fault))])
            #expect(SignatureVerifier(allowed: allowed).fault(armored) == fault)
        }
    }
}
