import Characters
import Testing

struct BlankTextTests {
    @Test(
        "Nothing is shown for blanks, controls, sequences for a terminal, and signs without ink",
        arguments: [
            "", " ", "\n", "\u{A0}", "\u{200B}", "\u{2800}", "\u{3164}", "\u{1}\u{7F}\0",
            "\u{1B}[1;31m \u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{1B}(B", "\u{9B}2J",
        ])
    func blank(_ text: String) { #expect(BlankText.isBlank(text)) }

    @Test(
        "What shows is no blank",
        arguments: ["a", " . ", "\u{1B}[1mx\u{1B}[0m", "[0m", "\u{200B}é", "\u{1B}]0;t\u{7}x"])
    func shown(_ text: String) { #expect(!BlankText.isBlank(text)) }

    @Test(
        "Bytes show nothing where one way to read them shows nothing, in whatever pieces they come",
        arguments: [
            [0xA0], [0x1B, 0x5B, 0x6D, 0x0A], [0xE2, 0xA0, 0x80, 0xE2, 0xA0, 0x80],
            [0xFF, 0xFE, 0x20, 0, 0x0A, 0], [0xFE, 0xFF, 0, 0x20, 0x28, 0], [0x20, 0, 0x0A, 0],
            [0, 0x20, 0, 0x0D, 0, 0x0A], [0xA0, 0, 0x0A, 0], [0xFF, 0xFE, 0x00, 0x28],
        ] as [[UInt8]])
    func blankBytes(_ bytes: [UInt8]) {
        for size in 1...4 { #expect(Self.isBlank(bytes, size), "\(size)") }
    }

    @Test(
        "Bytes that may show something are none",
        arguments: [
            [0x30, 0, 0x30, 0], [0, 0x30], [0xFF, 0xFE, 0x30, 0], Array("a b c ".utf8),
            Array(" a b\0\0".utf8), Array("é".utf8), [0xE9], [0, 0, 0x2E], Array("( ( \0\0".utf8),
        ] as [[UInt8]])
    func shownBytes(_ bytes: [UInt8]) {
        for size in 1...4 { #expect(!Self.isBlank(bytes, size), "\(size)") }
    }

    private static func isBlank(_ bytes: [UInt8], _ size: Int) -> Bool {
        var blanks = BlankBytes()
        for start in stride(from: 0, to: bytes.count, by: size) {
            blanks.add(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        return blanks.isBlank
    }
}
