import Characters
import Testing

struct VisibleTextTests {
    @Test(
        "What cannot be seen is shown, and a text stays on its line",
        arguments: [
            ("plain", "plain"), ("a\nb", "a b"), ("a\r\n\t b", "a  b"), ("a\u{2028}b", "a b"),
            ("a\u{1B}[2Jb", "a‹U+001B›[2Jb"), ("a\u{202E}b", "a‹U+202E›b"),
            ("a\u{200B}b", "a‹U+200B›b"), ("a\u{FEFF}", "a‹U+FEFF›"), ("a\u{AD}b", "a‹U+00AD›b"),
            ("a\u{E0041}", "a‹U+E0041›"), ("e\u{301}\u{200D}", "e\u{301}‹U+200D›"), ("❤️", "❤️"),
            ("日本", "日本"),
        ])
    func line(text: String, shown: String) {
        #expect(VisibleText.line(text) == shown)
    }

    @Test("Lines end wherever a reader sees a break, and tabs become blanks")
    func lines() {
        #expect(
            VisibleText.lines("a\r\nb\rc\nd\u{2029}\te\u{7}") == [
                "a", "b", "c", "d", "    e‹U+0007›",
            ])
    }

    @Test(
        "A text keeps its lines and tabs, and what else is hidden is shown",
        arguments: [
            ("a\r\n\tb\n", "a\n\tb\n"), ("a\rb", "a‹U+000D›b"), ("a\r", "a‹U+000D›"),
            ("a\r\r\nb", "a‹U+000D›\nb"), ("a\u{1B}[2Jb", "a‹U+001B›[2Jb"),
            ("a\u{2028}b\u{C}", "a‹U+2028›b‹U+000C›"), ("日本\n❤️", "日本\n❤️"),
        ])
    func text(text: String, shown: String) {
        #expect(VisibleText.text(text) == shown)
        #expect(VisibleText.text(shown) == shown)
    }

    @Test(
        "A name holds only what can be seen and compared",
        arguments: [
            ("nora@example.com", true), ("jürgen", true), ("e\u{301}", true), ("山田", true),
            ("a b", false), ("a\u{A0}b", false), ("a\u{200B}", false), ("a\u{202E}", false),
            ("a\u{FE0F}", false), ("a\u{E0100}", false), ("a\n", false), ("a\u{0}", false),
        ])
    func names(text: String, isName: Bool) {
        #expect(text.unicodeScalars.allSatisfy(VisibleText.isNamePart) == isName)
    }
}
