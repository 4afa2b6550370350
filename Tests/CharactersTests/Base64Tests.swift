import Characters
import Testing

/// Base64 by the test vectors of RFC 4648 section 10, and what is no base64.
struct Base64Tests {
    @Test(
        "The vectors of the standard",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func vectors(_ plain: String, _ encoded: String) {
        #expect(Base64.text(plain.utf8) == encoded)
        #expect(Base64.text(plain.utf8, isPadded: false) == encoded.filter { $0 != "=" })
        #expect(Base64.bytes(encoded.utf8) == Array(plain.utf8))
    }

    @Test("Every byte comes back")
    func everyByte() {
        for count in 0..<258 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            #expect(Base64.bytes(Base64.text(bytes).utf8) == bytes)
        }
        #expect(Base64.addressText([0xFB, 0xFF]) == "-_8")
    }

    @Test(
        "Another text for the same bytes is refused",
        arguments: [
            "Zg", "Zg=", "Zh==", "Zm9=", "Zg== ", " Zg==", "Z===", "====", "Zg==Zg==", "Zm=v",
            "Zm9v\n", "Zm8-", "Zm8_", "Zm\u{E9}v", "=Zm8", "Z=m8",
        ])
    func refused(_ text: String) {
        #expect(Base64.bytes(text.utf8) == nil)
    }
}
