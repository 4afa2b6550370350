import Reporting
import Testing

struct MarkdownEscapingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let outside: String
        let written: String

        init(_ outside: String, _ written: String) {
            self.outside = outside
            self.written = written
        }

        var testDescription: String { outside.debugDescription }
    }

    @Test(
        "text stays text",
        arguments: [
            Case("plain words, (2025-10-10): 10:30:00!", "plain words, (2025-10-10): 10:30:00!"),
            Case("| a | b\n# x", "| a | b \\# x"),
            Case("</details><script>", "\\</details\\>\\<script\\>"),
            Case("```", "\\`\\`\\`"),
            Case("[x](javascript:1)", "\\[x\\](javascript:1)"),
            Case("*a* _b_ ~~c~~ &amp; \\", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\&amp; \\\\"),
            Case("- item", "\\- item"),
            Case("+ item", "\\+ item"),
            Case("=== ", "\\==="),
            Case("1. item", "1\\. item"),
            Case("12) item", "12\\) item"),
            Case("1.0.0 item", "1.0.0 item"),
            Case("    four blanks", "four blanks"),
            Case("a\r\n\u{2028}\tb", "a b"),
            Case("\u{202E}txt\u{200B}\u{0}", "‹U+202E›txt‹U+200B›‹U+0000›"),
            Case("<\u{301}b", "\\<\u{301}b"),
            Case("", ""),
        ])
    func text(_ row: Case) { #expect(MarkdownEscaping.text(row.outside) == row.written) }

    @Test(
        "a word that a host would link or notify by is code",
        arguments: [
            Case("ask @all, (see #12).", "ask `@all`, (see `#12`)."),
            Case("nora@example.com", "`nora@example.com`"),
            Case("https://evil.example/*a*", "`https://evil.example/*a`\\*"),
            Case("WWW.evil.example", "`WWW.evil.example`"),
            Case("GH-7 org/repo#7 !7 &7", "`GH-7` `org/repo#7` !7 `&7`"),
            Case("$x$ :tada:", "`$x$` :tada:"),
            Case("a:tada:b", "`a:tada:b`"),
            Case("`@x`", "`` `@x` ``"),
        ])
    func references(_ row: Case) { #expect(MarkdownEscaping.text(row.outside) == row.written) }

    @Test(
        "a code span is delimited by more backticks than it holds in a row",
        arguments: [
            Case("a", "`a`"), Case("a`b", "``a`b``"), Case("`", "`` ` ``"),
            Case("``` `", "```` ``` ` ````"), Case(" a ", "`  a  `"), Case("a\nb", "`a b`"),
            Case("", "(empty)"), Case("\u{1B}[31m", "`‹U+001B›[31m`"), Case("a|b", "`a|b`"),
        ])
    func code(_ row: Case) { #expect(MarkdownEscaping.code(row.outside) == row.written) }

    @Test(
        "a link leads to http, https and mailto only",
        arguments: [
            Case("https://a.example/x?a=1&b=2", "[t](<https://a.example/x?a=1&amp;b=2>)"),
            Case("HTTP://a.example", "[t](<HTTP://a.example>)"),
            Case("mailto:a@b.example", "[t](<mailto:a@b.example>)"),
            Case("https://a.example/> [x](y", "[t](<https://a.example/%3E%20[x](y>)"),
            Case("https://a.example/\n\u{202E}é", "[t](<https://a.example/%0A%E2%80%AE%C3%A9>)"),
            Case("javascript:alert(1)", "t (`javascript:alert(1)`)"),
            Case(" https://a.example", "t (`  https://a.example `)"),
            Case("//a.example", "t (`//a.example`)"),
            Case("", "t ((empty))"),
        ])
    func link(_ row: Case) {
        #expect(MarkdownEscaping.link("t", to: row.outside) == row.written)
    }

    @Test("the title of a link is escaped")
    func linkTitle() {
        #expect(
            MarkdownEscaping.link("](x) <b>", to: "https://a.example")
                == "[\\](x) \\<b\\>](<https://a.example>)")
    }

    @Test(
        "every pipe in a cell takes a backslash, in code too",
        arguments: [Case("a|b", "a\\|b"), Case("`a|b`", "`a\\|b`"), Case("\\|", "\\\\|")])
    func cell(_ row: Case) { #expect(MarkdownEscaping.cell(row.outside) == row.written) }

    @Test("what is interpolated is escaped, what is literal is not")
    func interpolation() {
        let outside = "*x*"
        let inline: Inline =
            "\(outside) \(code: outside) \(1) \(link: outside, to: "x") \(strong: "\(outside)")"
        #expect(
            MarkdownWriter.inline(inline) == "\\*x\\* `*x*` 1 \\*x\\* (`x`) **\\*x\\***")
        #expect(
            HTMLWriter.inline(inline)
                == "*x* <code>*x*</code> 1 *x* (<code>x</code>) <strong>*x*</strong>")
    }

    @Test("outside text in HTML is escaped, and set as code where a host looks for mentions")
    func html() {
        let outside = "</summary>\n<script a='\"\u{301}'>&@all"
        let inline: Inline = "\(outside)"
        let escaped =
            "&lt;/summary&gt; &lt;script a=&#39;&quot;\u{301}&#39;&gt;&amp;@all"
        #expect(HTMLWriter.inline(inline) == escaped)
        #expect(HTMLWriter.inline(inline, in: .markdown) == "<code>\(escaped)</code>")
    }
}
