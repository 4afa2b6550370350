import LocatedYAML
import Testing

struct EncodingTests {
    private static let text = "größe: '日本 🙂'\r\nb: [é]\r\n"

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit in
            bigEndian
                ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    @Test(
        "UTF-8 with a mark and UTF-16 with one are the same document as UTF-8 without",
        arguments: [
            [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: false),
            utf16(text, bigEndian: true), Array(text.utf8),
        ])
    func encodings(bytes: [UInt8]) throws {
        let read = try YAMLReader.read(SourceText(path: "t.yaml", bytes: bytes)).get()
        #expect(read.source.bytes == Array(Self.text.utf8))
        #expect(read.root.outline == "{größe: 日本 🙂, b: [é]}")
        #expect(read.root.entries.map(\.value.excerpt) == ["'日本 🙂'", "[é]"])
    }

    @Test(
        "Lines end at LF, CR LF or CR",
        arguments: [
            "a: 1\nb:\n  - x\n  - *y\n", "a: 1\r\nb:\r\n  - x\r\n  - *y\r\n",
            "a: 1\rb:\r  - x\r  - *y\r",
        ])
    func lineBreaks(text: String) {
        #expect(
            complaints(about: text) == """
                t.yaml:4:5: error: no anchor `&y` stands before this alias [undefined-alias]
                    - *y
                      ^^
                  fix: define the anchor further up, or put a text that begins with `*` in quotes
                """)
    }

    /// Bytes that are no text, and what a person reads about them.
    struct Case: CustomTestStringConvertible {
        let bytes: [UInt8]
        let expected: String

        init(_ bytes: [UInt8], _ expected: String) {
            self.bytes = bytes
            self.expected = expected
        }

        var testDescription: String { "\(bytes)" }
    }

    private static let bad: [Case] = [
        Case(
            Array("a: b\0c".utf8),
            """
            t.yaml:1:5: error: the byte 0x00 (byte 4) is not text [control-character]
              a: b‹U+0000›c
                  ^^^^^^^^
              fix: save the file as UTF-8, or remove the byte
            """),
        Case(
            Array("a: \u{1B}[31mred".utf8),
            """
            t.yaml:1:4: error: the character U+001B (byte 3) is not allowed in YAML \
            [control-character]
              a: ‹U+001B›[31mred
                 ^^^^^^^^
              fix: remove it, or write "\\u001B" in double quotes
            """),
        Case(
            Array("é: \u{7F}".utf8),
            """
            t.yaml:1:4: error: the character U+007F (byte 4) is not allowed in YAML \
            [control-character]
              é: ‹U+007F›
                 ^^^^^^^^
              fix: remove it, or write "\\u007F" in double quotes
            """),
        Case(
            Array("a: 1\nb: x".utf8) + [0xFF] + Array("y".utf8),
            """
            t.yaml:2:5: error: the byte 0xFF (byte 9) is not UTF-8 [not-utf-8]
              b: x\u{FFFD}y
                  ^
              fix: save the file as UTF-8
            """),
        Case(
            Array("gr".utf8) + [0xFC] + Array("n: 1".utf8),
            """
            t.yaml:1:3: error: the byte 0xFC (byte 2) is not UTF-8 [not-utf-8]
              gr\u{FFFD}n: 1
                ^
              fix: save the file as UTF-8
            """),
        Case(
            Array("a: ".utf8) + [0xE2, 0x82],
            """
            t.yaml:1:4: error: the byte 0xE2 (byte 3) is not UTF-8 [not-utf-8]
              a: \u{FFFD}
                 ^
              fix: save the file as UTF-8
            """),
        Case(
            [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x3A, 0x00],
            """
            t.yaml:1:2: error: half of a UTF-16 surrogate pair stands alone at byte 4 of the file \
            [encoding]
              a
               ^
              fix: save the file as UTF-8
            """),
        Case(
            [0xFE, 0xFF, 0x00, 0x61, 0x00],
            """
            t.yaml:1:2: error: the UTF-16 text ends within a character at byte 4 of the file \
            [encoding]
              a
               ^
              fix: save the file as UTF-8
            """),
        Case(
            [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
            """
            t.yaml:1:1: error: the text is UTF-32 [encoding]
              fix: save the file as UTF-8
            """),
        Case(
            [0x61, 0x00, 0x3A, 0x00],
            """
            t.yaml:1:2: error: the byte 0x00 (byte 1) is not text [control-character]
              a‹U+0000›:‹U+0000›
               ^^^^^^^^
              fix: save the file as UTF-8, or remove the byte
            """),
    ]

    @Test("Bytes that are no text are named, with their place", arguments: bad)
    func refusals(_ example: Case) {
        #expect(complaints(about: example.bytes) == example.expected)
    }

    @Test(
        "Only a mark is no content", arguments: [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]])
    func onlyMark(bytes: [UInt8]) {
        #expect(mistakes(in: bytes).map(\.code) == ["empty"])
    }
}
