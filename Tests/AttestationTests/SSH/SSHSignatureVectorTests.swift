import Attestation
import Characters
import Crypto
import Rollout
import Testing

/// Signatures that other programs made, byte for byte.
struct SSHSignatureVectorTests {
    static let line = """
        ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4
        """
    static let armored = """
        -----BEGIN SSH SIGNATURE-----
        U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgA6EHv/POEL4dcN0Y50vAmWfk1j
        CbpQ1fHdyGZBJVMbgAAAAXc2lnbm9mZkByb2xsb3V0LmV4YW1wbGUAAAAAAAAABnNoYTUx
        MgAAAFMAAAALc3NoLWVkMjU1MTkAAABA9Qy2UgiVTVfokGEMEj+IiHQO+0mtO0USv9PCGb
        DfGiMuCcysj8EkPztAnnZTxOyyop3mxI3JMMTiXVqo/2bMAQ==
        -----END SSH SIGNATURE-----

        """

    @Test("The signature of a known ed25519 key")
    func ed25519() throws {
        let signature = try SSHSignature(armored: Self.armored.utf8)
        let signed = signature.signedBytes(for: Sample.message)
        #expect(signed.count == 115)
        #expect(
            ContentDigest(of: signed).hex
                == "1d4c893e3bd08b2a3dc4c569dcc83e3fb406e68aab2fd03dfea77018e6bda19f")
        #expect(signature.namespace == "signoff@rollout.example")
        #expect(
            signature.key.fingerprint == "SHA256:lbmsoA0yIEcEiVDRnMWuzm+nV+3ZEEpVIURqFoeSspg")
        #expect(signature.key.line == Self.line)
        #expect(signature.blob.count == 193)
        #expect(signature.armored == Self.armored)
        #expect(try signature.verify(Sample.message) == nil)
        #expect(throws: SignatureFault.badSignature(signature.key.fingerprint)) {
            try signature.verify(Sample.message + [10])
        }
    }

    @Test("It counts for who is listed with the key, and ssh-keygen agrees")
    func decided() throws {
        let list = "nora@example.com \(Self.line)\n"
        let verifier = SignatureVerifier(allowed: AllowedSigners(list.utf8, zone: .utc))
        let result = verifier.verify(
            Self.armored.utf8, over: Sample.message, by: Sample.principal,
            for: "signoff@rollout.example", at: Sample.instant)
        let key = SignerKey(
            fingerprint: "SHA256:lbmsoA0yIEcEiVDRnMWuzm+nV+3ZEEpVIURqFoeSspg",
            type: "ssh-ed25519")
        #expect(result == .success(key))
        try Keygen.inFolder { keygen in
            let isGood = try keygen.verifies(
                Array(Self.armored.utf8), over: Sample.message, allowed: Array(list.utf8),
                principal: "nora@example.com", namespace: "signoff@rollout.example",
                at: Sample.time)
            #expect(isGood)
        }
    }

    /// An assertion that Chromium made with a passkey, as the signature that it is.
    @Test("The assertion of a passkey")
    func passkey() throws {
        let statement = Array(
            #"{"at":"2026-03-02T09:14:05Z","decision":"approve","kind":"sign-off","principal":"nora@example.com","step":"allow-endpoint"}"#
                .utf8)
        let namespace: SignatureNamespace = "statement-v1@readiness.example"
        let point = try Self.bytes(
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPeznVayz4_P2rlGEL8FVC2sgt9NJDlcWYbzE9X8GAOKfCBdqFd7Hk45WtUelS7V4_edNHIcNHN5tBiX9hN3fXQ"
        ).suffix(65)
        let data = try Self.bytes("SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MdAAAAAg")
        let pair = try Self.bytes(
            "MEQCIEttqbULIqHJkY3uvsgL7XduHALYQ6xSx0DZEh95E4f0AiBTnxxRxovFfG87npy85u0lOBe2K915HDGkvp3TtlGWig"
        )
        // SEQUENCE of two INTEGERs of 32 bytes each.
        let numbers = Wire().string(pair[4..<36]).string(pair[38...])
        let challenge = Base64.addressText(
            SSHSignature.signedBytes(for: statement, namespace: namespace))
        let words =
            #"{"type":"webauthn.get","challenge":"\#(challenge)","#
            + #""origin":"http://localhost:28600","crossOrigin":false}"#
        let key = Wire().string("sk-ecdsa-sha2-nistp256@openssh.com").string("nistp256")
            .string(point).string("localhost")
        let field = Wire().string("webauthn-sk-ecdsa-sha2-nistp256@openssh.com")
            .string(numbers.bytes).raw([data[32]]).raw(data[33..<37])
            .string("http://localhost:28600").string(words).string("")
        let armored = Wire.armor(
            Wire.signature(key: key.bytes, namespace: namespace.text, signature: field.bytes))
        #expect(
            ContentDigest(of: armored).hex
                == "92ed8b13521362b8ca41828bcf1a70866af89616a8327d74ef17b3fcea38f3eb")

        let list = "nora@example.com sk-ecdsa-sha2-nistp256@openssh.com \(Base64.text(key.bytes))"
        let allowed = AllowedSigners(list.utf8, zone: .utc)
        let page = try #require(PageOrigin("http://localhost:28600"))
        // The owner has to have named the page.
        let elsewhere = SignatureVerifier(allowed: allowed).verify(
            armored, over: statement, by: Sample.principal, for: namespace, at: Sample.instant)
        #expect(elsewhere == .failure(.originNotListed(page.text)))
        let verifier = SignatureVerifier(allowed: allowed, origins: [page])
        let signer = try verifier.verify(
            armored, over: statement, by: Sample.principal, for: namespace, at: Sample.instant
        ).get()
        #expect(
            signer.securityKey
                == SignerKey.SecurityKey(
                    application: "localhost", isUserVerified: true,
                    origin: "http://localhost:28600"))
        try Keygen.inFolder { keygen in
            let isGood = try keygen.verifies(
                armored, over: statement, allowed: Array(list.utf8),
                principal: "nora@example.com", namespace: namespace.text, at: Sample.time)
            #expect(isGood)
        }
    }

    /// The bytes of base64url without padding.
    private static func bytes(_ text: String) throws -> [UInt8] {
        var letters = text.utf8.map { letter in
            letter == UInt8(ascii: "-")
                ? UInt8(ascii: "+") : letter == UInt8(ascii: "_") ? UInt8(ascii: "/") : letter
        }
        while letters.count % 4 != 0 { letters.append(UInt8(ascii: "=")) }
        return try #require(Base64.bytes(letters))
    }
}
