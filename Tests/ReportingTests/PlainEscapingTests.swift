import Characters
import Foundation
import Reporting
import Testing

/// The contexts that are not Markdown: Mermaid, a shell, a terminal.
struct PlainEscapingTests {
    @Test(
        "a Mermaid label keeps letters and harmless signs only",
        arguments: [
            ("Worldwide and GCC (2.0)", "Worldwide and GCC (2.0)"),
            ("a: b; c #d %%e {f} \"g\" <h>", "a b c d e f g h"),
            ("Vendor's pilot\nsection x", "Vendor’s pilot section x"),
            ("Überblick 日本 привет", "Überblick 日本 привет"),
            ("\u{202E}a\u{200B}b", "a b"), (":;#", "p"), ("", "p"),
            (String(repeating: "x", count: 70), String(repeating: "x", count: 60) + "…"),
        ])
    func mermaid(_ outside: String, _ label: String) {
        #expect(MermaidLabel.label(outside, orElse: "p") == label)
    }

    @Test(
        "a shell word is quoted only where it must be",
        arguments: [
            ("plain-1.0/x:y=z@%+,_", "plain-1.0/x:y=z@%+,_"), ("", "''"), ("a b", "'a b'"),
            ("it's", "'it'\\''s'"), ("$(x) `y` \"z\"", "'$(x) `y` \"z\"'"), ("~", "'~'"),
            ("a\nb", "'a\nb'"), ("a\u{1B}b", "'a'\"$(printf '\\033')\"'b'"),
            ("\u{202E}", "''\"$(printf '\\342\\200\\256')\"''"),
        ])
    func shellWord(_ outside: String, _ word: String) {
        #expect(ShellWord.quoted(outside) == word)
    }

    @Test(
        "a shell reads back the word that was quoted",
        arguments: HostileReport.texts.filter { !$0.unicodeScalars.contains("\u{0}") })
    func shellRoundTrip(_ text: String) throws {
        let shell = Process()
        let pipe = Pipe()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "printf '%s' \(ShellWord.line([text, "end"]))"]
        shell.standardOutput = pipe
        try shell.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        #expect(Array(output) == Array((text + "end").utf8))
    }

    @Test("hidden signs are shown, line ends become blanks or lines")
    func visible() {
        #expect(VisibleText.line("a\u{1B}\r\n\tb\u{FEFF}") == "a‹U+001B› b‹U+FEFF›")
        #expect(VisibleText.lines("a\r\n\rb\n\n\u{7}\tc") == ["a", "", "b", "", "‹U+0007›    c"])
        #expect(VisibleText.lines("a\n") == ["a"])
        #expect(VisibleText.line("❤\u{FE0F} e\u{301}") == "❤\u{FE0F} e\u{301}")
    }

    @Test(
        "wide signs take two columns, joining marks none",
        arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🟢", 2), ("é–…", 3)])
    func columns(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.columns(text) == columns)
    }

    @Test("a text is cut by columns and filled to them")
    func fitting() {
        #expect(DisplayWidth.cut("abcdef", to: 4) == "abc…")
        #expect(DisplayWidth.cut("日本語", to: 4) == "日…")
        #expect(DisplayWidth.fit("日本語", to: 4) == "日… ")
        #expect(DisplayWidth.fit("ab", to: 4) == "ab  ")
        #expect(DisplayWidth.cut("ab", to: 0).isEmpty)
    }
}
