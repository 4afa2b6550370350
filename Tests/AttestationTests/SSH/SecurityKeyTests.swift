import Attestation
import Crypto
import Rollout
import Testing

/// Hardware keys and passkeys, by keys in software that sign as they do.
struct SecurityKeyTests {
    static let tokens = [
        SoftwareToken(secret: .ed25519(.init()), application: "ssh:"),
        SoftwareToken(secret: .p256(.init()), application: "ssh:"),
    ]
    static let passkey = SoftwareToken(secret: .p256(.init()), application: "ready.example")

    private func theirs(_ armored: [UInt8], _ token: SoftwareToken) throws -> Bool {
        try Keygen.inFolder { keygen in
            try keygen.verifies(
                armored, over: Sample.message,
                allowed: Array("nora@example.com \(token.line)\n".utf8),
                principal: "nora@example.com", namespace: Sample.namespace, at: Sample.time)
        }
    }

    private func ours(_ armored: [UInt8], _ token: SoftwareToken) -> Result<
        SignerKey, SignatureFault
    > {
        SignatureVerifier(
            allowed: Sample.allowed("nora@example.com \(token.line)"),
            origins: [PageOrigin("https://ready.example")].compactMap(\.self)
        ).verify(
            armored, over: Sample.message, by: Sample.principal,
            for: SignatureNamespace(Sample.namespace), at: Sample.instant)
    }

    @Test("A touched key counts, and ssh-keygen agrees", arguments: tokens, [UInt8(1), 5])
    func touched(_ token: SoftwareToken, flags: UInt8) throws {
        let armored = try token.sign(Sample.message, namespace: Sample.namespace, flags: flags)
        let signer = try ours(armored, token).get()
        #expect(signer.type == token.type)
        #expect(
            signer.securityKey
                == SignerKey.SecurityKey(
                    application: "ssh:", isUserVerified: flags == 5, origin: nil))
        #expect(try theirs(armored, token))
    }

    @Test(
        "A key that nobody touched does not count, though ssh-keygen says Good", arguments: tokens)
    func untouched(_ token: SoftwareToken) throws {
        let armored = try token.sign(Sample.message, namespace: Sample.namespace, flags: 0)
        let key = try SSHKey(blob: token.key).fingerprint
        #expect(ours(armored, token) == .failure(.presenceMissing(key)))
        #expect(try theirs(armored, token))
    }

    @Test("Flags and counter are signed", arguments: tokens)
    func signedFields(_ token: SoftwareToken) throws {
        let armored = try token.sign(Sample.message, namespace: Sample.namespace)
        let parts = Wire.Parts(blob: try SSHSignature(armored: armored).blob)
        for place in 1...5 {
            var field = parts.signature
            field[field.count - place] ^= 4
            let changed = Wire.armor(
                Wire.signature(key: token.key, namespace: Sample.namespace, signature: field))
            #expect(
                ours(changed, token)
                    == .failure(.badSignature(try SSHKey(blob: token.key).fingerprint)))
        }
    }

    struct Assertion: CustomTestStringConvertible, Sendable {
        let name: String
        var flags: UInt8 = 0x1D
        var page = SoftwareToken.Page()
        var fault: (@Sendable (KeyFingerprint) -> SignatureFault)?
        /// What ssh-keygen says.
        let isGood: Bool

        var testDescription: String { name }
    }

    private typealias Page = SoftwareToken.Page
    private static let form: @Sendable (KeyFingerprint) -> SignatureFault = { _ in
        .malformed(.clientData(.form))
    }

    static let assertions: [Assertion] = [
        Assertion(name: "touched and unlocked", flags: 0x05, isGood: true),
        Assertion(name: "a synced passkey", isGood: true),
        Assertion(
            name: "more words of the browser",
            page: Page(rest: #","crossOrigin":false,"other_keys_can_be_added_here":"do not"}"#),
            isGood: true),
        Assertion(
            name: "extensions", flags: 0x9D, page: Page(extensions: [0xA0]), isGood: true),
        Assertion(
            name: "not touched", flags: 0x1C, fault: { .presenceMissing($0) }, isGood: true),
        Assertion(
            name: "not unlocked", flags: 0x19, fault: { .verificationMissing($0) }, isGood: true),
        Assertion(
            name: "backed up, but not to be backed up", flags: 0x15,
            fault: { _ in .malformed(.flags(0x15)) }, isGood: true),
        Assertion(
            name: "a new credential", flags: 0x5D, fault: { _ in .malformed(.flags(0x5D)) },
            isGood: false),
        Assertion(
            name: "extensions without their flag", page: Page(extensions: [0xA0]),
            fault: { _ in .malformed(.flags(0x1D)) }, isGood: false),
        Assertion(
            name: "the flag without extensions", flags: 0x9D,
            fault: { _ in .malformed(.flags(0x9D)) }, isGood: false),
        Assertion(
            name: "the making of a passkey",
            page: Page(start: #"{"type":"webauthn.create","challenge":"#), fault: form,
            isGood: false),
        Assertion(
            name: "keys in another order",
            page: Page(start: #"{"origin":"https://ready.example","challenge":"#), fault: form,
            isGood: false),
        Assertion(
            name: "within a page of another address", page: Page(rest: #","crossOrigin":true}"#),
            fault: { _ in .malformed(.clientData(.crossOrigin)) }, isGood: true),
        Assertion(
            name: "below a page of another address",
            page: Page(rest: #","crossOrigin":false,"topOrigin":"https://x.example"}"#),
            fault: { _ in .malformed(.clientData(.crossOrigin)) }, isGood: true),
        Assertion(
            name: "the same key twice", page: Page(rest: #","type":"payment.get"}"#),
            fault: { _ in .malformed(.clientData(.notJSON)) }, isGood: true),
        Assertion(
            name: "words that do not end", page: Page(rest: ""),
            fault: { _ in .malformed(.clientData(.notJSON)) }, isGood: true),
        Assertion(
            name: "an origin that writes a key",
            page: Page(origin: #"https://x.example","crossOrigin":false,"x":""#), fault: form,
            isGood: false),
    ]

    @Test("What a browser signs counts in one form", arguments: assertions)
    func browser(_ sample: Assertion) throws {
        let token = Self.passkey
        let armored = try token.signInBrowser(
            Sample.message, namespace: Sample.namespace, flags: sample.flags, page: sample.page)
        let key = try SSHKey(blob: token.key).fingerprint
        if let fault = sample.fault?(key) {
            #expect(ours(armored, token) == .failure(fault))
        } else {
            let signer = try ours(armored, token).get()
            #expect(
                signer.securityKey
                    == SignerKey.SecurityKey(
                        application: "ready.example", isUserVerified: true,
                        origin: "https://ready.example"))
        }
        #expect(try theirs(armored, token) == sample.isGood)
    }

    @Test("A passkey that signs outside of a browser does not count, though ssh-keygen says Good")
    func outsideBrowser() throws {
        let armored = try Self.passkey.sign(Sample.message, namespace: Sample.namespace, flags: 5)
        let key = try SSHKey(blob: Self.passkey.key).fingerprint
        #expect(ours(armored, Self.passkey) == .failure(.outsideBrowser(key)))
        #expect(try theirs(armored, Self.passkey))
    }

    @Test("What a browser signed on a page that nobody named does not count")
    func otherPage() throws {
        for origin in ["https://ready.example:444", "http://ready.example", "https://evil.example"]
        {
            let armored = try Self.passkey.signInBrowser(
                Sample.message, namespace: Sample.namespace, page: .init(origin: origin))
            #expect(ours(armored, Self.passkey) == .failure(.originNotListed(origin)))
            #expect(try theirs(armored, Self.passkey))
        }
    }

    @Test("What a browser signed over another message is a bad signature")
    func otherMessage() throws {
        let armored = try Self.passkey.signInBrowser(
            Array("another".utf8), namespace: Sample.namespace)
        #expect(
            ours(armored, Self.passkey)
                == .failure(.badSignature(try SSHKey(blob: Self.passkey.key).fingerprint)))
    }
}

extension SoftwareToken: CustomTestStringConvertible {
    var testDescription: String { type }
}
