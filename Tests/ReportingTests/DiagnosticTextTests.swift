import LocatedYAML
import Reporting
import Testing

struct DiagnosticTextTests {
    /// A mistake from the first to before the last byte that `mark` surrounds: `ab[cd]e` marks
    /// `cd`.
    private func render(
        _ marked: String, message: String = "this is wrong", fix: String = ""
    ) throws -> String {
        let parts = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
        let before = try #require(parts.first)
        let rest = try #require(parts.last).split(
            separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
        let inside = try #require(rest.first)
        let text = SourceText(path: "t.yaml", bytes: Array((before + rest.joined()).utf8))
        let start = before.utf8.count
        return DiagnosticText.render(
            text.diagnostic(
                "wrong", message, fix: fix,
                at: SourceSpan(start: start, end: start + inside.utf8.count)))
    }

    @Test("Place, message, code, line, carets and fix")
    func whole() throws {
        #expect(
            try render("a: 1\nbad: ⟦value⟧ # c\n", fix: "write `good`") == """
                t.yaml:2:6: error: this is wrong [wrong]
                  bad: value # c
                       ^^^^^
                  fix: write `good`
                """)
    }

    @Test("A warning says so, and several follow one another")
    func several() {
        let text = SourceText(path: "t.yaml", bytes: Array("ab".utf8))
        let first = text.diagnostic(.warning, "one", "first", at: SourceSpan(start: 0, end: 1))
        let second = text.diagnostic("two", "second", at: SourceSpan(start: 1, end: 2))
        #expect(
            DiagnosticText.render([first, second]) == """
                t.yaml:1:1: warning: first [one]
                  ab
                  ^
                t.yaml:1:2: error: second [two]
                  ab
                   ^
                """)
    }

    @Test(
        "Carets stand under what a terminal shows",
        arguments: [
            ("ab⟦⟧cd", "abcd", "  ^"),
            ("ab⟦⟧", "ab", "  ^"),
            ("ab⟦c\nd⟧e", "abc", "  ^"),
            ("\ta:\t⟦b⟧", "\ta:\tb", "\t  \t^"),
            ("⟦\t\t⟧a", "\t\ta", "^^"),
            ("日本: ⟦语⟧", "日本: 语", "      ^^"),
            ("e\u{301}e\u{301} ⟦e\u{301}⟧x", "e\u{301}e\u{301} e\u{301}x", "   ^"),
            ("🙂👍🏽🇩🇪❤️ ⟦x⟧", "🙂👍🏽🇩🇪❤️ x", "         ^"),
            ("a\u{200D}⟦b⟧", "a‹U+200D›b", "         ^"),
            ("ﾊﾊ ⟦ﾊ⟧", "ﾊﾊ ﾊ", "   ^"),
            ("ｆｆ⟦한⟧", "ｆｆ한", "    ^^"),
            ("a\u{1B}[31m⟦b⟧", "a‹U+001B›[31mb", "             ^"),
            ("a\u{7F}\u{9B}⟦b⟧", "a‹U+007F›‹U+009B›b", "                 ^"),
            ("a\u{202E}⟦b⟧\u{2028}", "a‹U+202E›b‹U+2028›", "         ^"),
            ("a⟦\u{FEFF}⟧b", "a‹U+FEFF›b", " ^^^^^^^^"),
        ])
    func carets(marked: String, line: String, carets: String) throws {
        #expect(
            try render(marked).split(separator: "\n").dropFirst() == [
                Substring("  " + line), Substring("  " + carets),
            ])
    }

    @Test("A long line is cut around the mistake")
    func longLines() throws {
        let word = "0123456789"
        let long = String(repeating: word, count: 30)
        #expect(
            try render("⟦a⟧: \(long)").hasSuffix(
                "\n  a: \(String(repeating: word, count: 9))0123456…\n  ^"))
        #expect(
            try render("\(long)⟦mistake⟧\(long)").hasSuffix(
                "\n  …789\(word)\(word)\(word)mistake\(String(repeating: word, count: 6))…\n  "
                    + String(repeating: " ", count: 34) + "^^^^^^^"))
        #expect(
            try render("\(long)⟦end⟧").hasSuffix(
                "\n  …3456789\(String(repeating: word, count: 9))end\n  "
                    + String(repeating: " ", count: 98) + "^^^"))
        #expect(
            try render("a: ⟦\(long)⟧").hasSuffix(
                "\n  a: \(String(repeating: word, count: 9))0123456…\n     "
                    + String(repeating: "^", count: 97)))
        let wide = String(repeating: "語", count: 200)
        #expect(
            try render("\(wide)⟦語⟧\(wide)").hasSuffix(
                "\n  …\(String(repeating: "語", count: 50))…\n  " + String(repeating: " ", count: 33)
                    + "^^"))
    }

    @Test("A line of megabytes is cut, and its column is right")
    func hugeLine() throws {
        let text = try render("\(String(repeating: "x", count: 2_000_000))⟦y⟧ z")
        #expect(text.hasPrefix("t.yaml:1:2000001: error: this is wrong [wrong]\n  …xxx"))
        #expect(text.hasSuffix("xy z\n  " + String(repeating: " ", count: 98) + "^"))
    }

    @Test("Nothing in a path, a message or a fix breaks the line or reaches the terminal")
    func safety() {
        let place = SourcePosition(line: 1, column: 1, offset: 0)
        let found = Diagnostic(
            code: "c", message: "a\nb\u{1B}[2J", fix: "x\ty\r", path: "p\u{7}\u{202E}.yaml",
            start: place, end: place, line: "")
        #expect(
            DiagnosticText.render(found) == """
                p‹U+0007›‹U+202E›.yaml:1:1: error: a b‹U+001B›[2J [c]
                  fix: x y\u{20}
                """)
    }

    @Test("What a build service would obey is broken, and carets still stand under the mistake")
    func services() throws {
        #expect(
            try render("::error::⟦x⟧", message: "a ##[error]b", fix: "##vso[x]") == """
                t.yaml:1:10: error: a # #[error]b [wrong]
                  : :error::x
                            ^
                  fix: # #vso[x]
                """)
        #expect(try render("##vso[a]⟦b⟧").hasSuffix("\n  # #vso[a]b\n           ^"))
    }
}
