import Characters
import Testing

struct DisplayWidthTests {
    @Test(
        "A sign takes as many columns as a terminal gives it",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("a\u{308}\u{323}", 1), ("日本", 4),
            ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("ﾊ", 1), ("ｆ", 2), ("〈", 2), ("〿", 1),
            ("か\u{3099}", 2), ("🙂", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("❤️", 2),
            ("❤\u{FE0E}", 1), ("🌡", 1), ("𠀀", 2), ("𗀀", 2), ("(a)", 3), ("naïve", 5), ("שלום", 4),
            ("สวัสดี", 4), ("\u{1B}\u{7F}\u{9B}", 0), ("a\u{AD}b", 2), ("…", 1), ("㉈", 1),
        ])
    func columns(text: String, columns: Int) {
        #expect(DisplayWidth.columns(text) == columns)
    }

    @Test(
        "A text is cut between signs, never within one",
        arguments: [
            ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abc", 1, "…"), ("abc", 0, ""),
            ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
        ])
    func cut(text: String, width: Int, expected: String) {
        #expect(DisplayWidth.cut(text, to: width) == expected)
    }

    @Test("A text is filled or cut to exactly its room", arguments: ["", "a", "日本語", "abcdefgh"])
    func fit(text: String) {
        #expect(DisplayWidth.columns(DisplayWidth.fit(text, to: 5)) == 5)
    }
}
