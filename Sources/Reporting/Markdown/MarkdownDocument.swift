import Characters

/// A Markdown text that is put together block by block; a blank line parts any two.
package struct MarkdownDocument {
    private var blocks: [String] = []

    package init() {}

    /// The whole text, with a line end at its end.
    package var text: String { blocks.joined(separator: "\n\n") + "\n" }

    /// A heading of level 1 to 6.
    package mutating func heading(_ level: Int, _ title: MarkdownInline) {
        blocks.append(String(repeating: "#", count: level) + " " + title.markdown)
    }

    package mutating func paragraph(_ text: MarkdownInline) {
        blocks.append(text.markdown)
    }

    /// A list with a dot before each item.
    package mutating func list(_ items: [MarkdownInline]) {
        guard !items.isEmpty else { return }
        blocks.append(items.map { "- \($0.markdown)" }.joined(separator: "\n"))
    }

    package mutating func table(_ header: [MarkdownInline], rows: [[MarkdownInline]]) {
        let lines =
            [header.map(\.markdown), header.map { _ in "---" }] + rows.map { $0.map(\.markdown) }
        blocks.append(
            lines.map { cells in
                "| " + cells.map(MarkdownEscaping.cell).joined(separator: " | ") + " |"
            }.joined(separator: "\n"))
    }

    /// A block of code, shown as it is but for what cannot be seen.
    package mutating func code(_ text: String, language: StaticString) {
        let lines = VisibleText.lines(text)
        let fence = MarkdownEscaping.fence(around: lines.joined(separator: "\n"))
        blocks.append(([fence + "\(language)"] + lines + [fence]).joined(separator: "\n"))
    }

    /// A Markdown text of the checklist's author, in a quotation that it cannot leave.
    package mutating func quote(authorsMarkdown: String) {
        let lines = QuotedMarkdown.quote(authorsMarkdown)
        guard !lines.isEmpty else { return }
        blocks.append(lines.joined(separator: "\n"))
    }

    /// A place that a link within the report leads to; the name is ours, never outside text.
    package mutating func anchor(_ name: String) {
        blocks.append("<a id=\"\(HTMLInline.escaped(name))\"></a>")
    }

    /// A part that is folded until a reader opens it.
    package mutating func details(_ summary: HTMLInline, _ write: (inout MarkdownDocument) -> Void)
    {
        blocks.append("<details>\n<summary>\(summary.html)</summary>")
        write(&self)
        blocks.append("</details>")
    }
}
