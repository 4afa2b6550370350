import Reporting
import Testing

/// What an author wrote as a link is one in Markdown and in HTML, and nothing else is.
struct AuthorsLinkTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        /// The addresses that can be followed.
        let links: [String]
        var testDescription: String { text }
    }

    static let rows = [
        Row(text: "See [the page](https://a.example/b).", links: ["https://a.example/b"]),
        Row(text: "See <https://a.example/b>", links: ["https://a.example/b"]),
        Row(text: "- ask <mailto:a@b.example> first", links: ["mailto:a@b.example"]),
        Row(text: "![x](https://a.example/i.png)", links: ["https://a.example/i.png"]),
        Row(
            text: "[a](<http://a.example>) and [b](http://b.example \"t\")",
            links: ["http://a.example", "http://b.example"]),
        Row(
            text: "[a](https://a.example/B_(c)) and ([d](https://a.example/e))",
            links: ["https://a.example/B_(c)", "https://a.example/e"]),
        Row(text: "[a](https://a.example or not) [b](https://a.example/(c)", links: []),
        Row(text: "`[a](https://a.example)`", links: []),
        Row(text: "\\[a](https://a.example)", links: []),
        Row(text: "https://a.example/b", links: []),
        Row(text: "[a](javascript:alert(1)) <javascript:x>", links: []),
        Row(text: "[a](data:text/html;x) [b](//a.example)", links: []),
        Row(text: "[a] (https://a.example) <b>", links: []),
    ]

    private static func document(_ text: String) -> Document {
        var document = Document()
        document.quote(authorsMarkdown: text)
        return document
    }

    @Test("The same addresses can be followed in both", arguments: rows)
    func links(_ row: Row) {
        let html = HTMLWriter.body(Self.document(row.text))
        let hrefs = html.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
        #expect(hrefs == row.links, "\(html)")
        let markdown = MarkdownWriter.text(Self.document(row.text))
        let targets = markdown.matches(of: /\]\(<([^>]*)>\)/).map { String($0.output.1) }
        #expect(targets == row.links, "\(markdown)")
    }

    @Test("Of brackets that are no link no word is lost")
    func words() {
        let text = "Set array[0](only where the flag is on) and go"
        #expect(HTMLWriter.body(Self.document(text)).contains(text))
        let plain = MarkdownWriter.text(Self.document(text)).replacing("\\", with: "")
        #expect(plain.contains(text), "\(plain)")
    }

    @Test("What stands around a link stays text")
    func around() {
        let html = HTMLWriter.body(
            Self.document("a <b> [t & \"u\"](https://a.example/?x=1&y=\"2\") 'c'"))
        #expect(
            html.contains(
                "a &lt;b&gt; <a href=\"https://a.example/?x=1&amp;y=%222%22\" rel=\"noreferrer\">t &amp; &quot;u&quot;</a> &#39;c&#39;"
            ), "\(html)")
    }
}
