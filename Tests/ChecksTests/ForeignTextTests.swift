import Checks
import Testing

/// What becomes of text that a stranger chose.
struct ForeignTextTests {
    @Test(
        "Text is kept without what would steer a terminal, and cut where it is long",
        arguments: [
            ([], ""), (Array("Prüf-CA 東京".utf8), "Prüf-CA 東京"),
            ([0x61, 0x1b, 0x5b, 0x0a, 0x62], "a‹U+001B›[ b"), ([0x61, 0x00, 0x62], "a‹U+0000›b"),
            ([0xff, 0x61], "\u{fffd}a"), (Array("a\u{202e}b\u{2028}".utf8), "a‹U+202E›b "),
            ([0xc2, 0x9b], "‹U+009B›"), (Array("1234567890123".utf8), "123456789012…"),
            (Array("123456789012".utf8), "123456789012"),
        ] as [([UInt8], String)])
    func clean(bytes: [UInt8], text: String) {
        #expect(ForeignText.clean(bytes, limit: 12) == text)
    }
}
