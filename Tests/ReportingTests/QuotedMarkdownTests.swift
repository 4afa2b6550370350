import Characters
import Reporting
import Testing

struct QuotedMarkdownTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let author: String
        let quote: [String]

        init(_ name: String, _ author: String, _ quote: [String]) {
            self.name = name
            self.author = author
            self.quote = quote
        }

        var testDescription: String { name }
    }

    static let kept = [
        Case("nothing", "", []),
        Case("paragraphs", "a\n\nb", ["> a", ">", "> b"]),
        Case("emphasis", "*a* **b** _c_", ["> *a* **b** _c_"]),
        Case("lists", "- a\n  1. b\n* c", ["> - a", ">   1. b", "> * c"]),
        Case("code", "run `a <b> | c`", ["> run `a <b> | c`"]),
        Case(
            "a safe link", "[t](https://a.example \"x\")", ["> [t](<https://a.example>)"]),
        Case(
            "an address in angles", "<https://a.example>",
            ["> [`https://a.example`](<https://a.example>)"]),
        Case(
            "a table", "| a | `b|c` |\n|---|---|", ["> | a | `b\\|c` |", "> |---|---|"]),
        Case("a quotation", "> a\n> - b", ["> > a", "> > - b"]),
        Case("an escape", "\\*a\\* 1\\. b", ["> \\*a\\* 1\\. b"]),
    ]

    static let disarmed = [
        Case("headings", "# a\n## b", ["> \\# a", "> \\#\\# b"]),
        Case("underlined headings", "a\n===\nb\n---", ["> a", "> \\===", "> b", "> \\---"]),
        Case("an underline in a quotation", "> a\n> -", ["> > a", "> > \\-"]),
        Case("HTML", "</details> <script>", ["> \\</details\\> \\<script\\>"]),
        Case("a comment", "<!-- a", ["> \\<\\!-- a"]),
        Case("an image", "![a](https://a.example/p)", ["> [a](<https://a.example/p>)"]),
        Case(
            "an image in two parts", "!![a](https://a.example)",
            ["> \\![a](<https://a.example>)"]),
        Case("a script link", "[a](javascript:1)", ["> a (`javascript:1`)"]),
        Case("a definition", "[a]: https://a.example", ["> \\[a\\]: `https://a.example`"]),
        Case("a footnote", "[^1]: a", ["> \\[^1\\]: a"]),
        Case("mentions", "**@all** #12", ["> **`@all`** `#12`"]),
        Case("an escaped mention", "\\@all", ["> `@all`"]),
        Case("an open fence", "```sh\n# a", ["> ```sh", "> # a", "> ```"]),
        Case(
            "a fence in a fence", "~~~\n```\n~~~\nb", ["> ````text", "> ```", "> ````", "> b"]),
        Case("a diagram", "```mermaid\nx\n```", ["> ```text", "> x", "> ```"]),
        Case(
            "an indented fence", "- a\n\n  ```\n  b\n  ```",
            [
                "> - a", ">", "> ```text", "> b", "> ```",
            ]),
        Case("an open code span", "a `b\n<b>`", ["> a \\`b", "> \\<b\\>\\`"]),
        Case("code that touches code", "`a`$b$", ["> `a` `$b$`"]),
        Case(
            "line ends of every kind", "a\r\n# b\u{2028}# c\r# d",
            [
                "> a", "> \\# b", "> \\# c", "> \\# d",
            ]),
        Case("hidden signs", "a\u{202E}b", ["> a‹U+202E›b"]),
    ]

    @Test("what an author may use works", arguments: kept)
    func keeps(_ row: Case) { #expect(QuotedMarkdown.quote(row.author) == row.quote) }

    @Test("what would change the report around it does not work", arguments: disarmed)
    func disarms(_ row: Case) { #expect(QuotedMarkdown.quote(row.author) == row.quote) }

    @Test("every line of a hostile text stays in the quotation", arguments: HostileReport.texts)
    func staysInside(_ text: String) {
        for line in QuotedMarkdown.quote(text) {
            #expect(line.utf8.first == UInt8(ascii: ">"))
            #expect(!line.unicodeScalars.contains { VisibleText.isHidden($0) })
        }
    }
}
