import Rollout
import Testing

/// The digests that texts, steps and records are known by.
struct ContentDigestTests {
    /// The examples of FIPS 180-2 and the empty message.
    static let known: [(text: String, hex: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ]

    @Test("It is SHA-256", arguments: known)
    func sha256(text: String, hex: String) {
        let digest = ContentDigest(of: text.utf8)
        #expect(digest.hex == hex)
        #expect(digest.description == "sha256:\(hex)")
        #expect(digest.short == String(hex.prefix(12)))
        #expect(ContentDigest(digest.description) == digest)
    }

    @Test("Texts that look alike have digests of their own")
    func composition() {
        #expect(ContentDigest(of: "\u{e9}".utf8) != ContentDigest(of: "e\u{301}".utf8))
    }

    static let zeros = String(repeating: "0", count: 64)

    static let unreadable = [
        "", zeros, "sha256:", "sha256:\(zeros)0", "sha256:\(zeros.dropLast())", "SHA256:\(zeros)",
        "sha512:\(zeros)", " sha256:\(zeros)", "sha256: \(zeros.dropLast())", "sha256:\(zeros)\n",
        "sha256:\(zeros.dropLast())A", "sha256:\(zeros.dropLast())g", "sha256:\(zeros.dropLast())٣",
        "sha256:\u{301}\(zeros)", "sha256:\(zeros)\u{301}", "sha256\u{37e}\(zeros)",
    ]

    @Test("Only the written form is read", arguments: unreadable)
    func refuses(text: String) {
        #expect(ContentDigest(text) == nil)
    }

    @Test("Digests are in the order of their digits")
    func order() {
        let digests = ["", "a", "b", "c"].map { ContentDigest(of: $0.utf8) }
        #expect(digests.sorted().map(\.hex) == digests.map(\.hex).sorted())
    }
}
