import Characters

/// Writes blocks as GitHub-flavoured Markdown; a blank line parts any two.
package enum MarkdownWriter {
    /// The whole text, with a line end at its end.
    package static func text(_ document: Document) -> String {
        var out = ""
        write(document.blocks, to: &out)
        return out
    }

    private static func write(_ blocks: [Document.Block], to out: inout String) {
        for block in blocks {
            if !out.isEmpty { out += "\n" }
            write(block, to: &out)
        }
    }

    private static func write(_ block: Document.Block, to out: inout String) {
        switch block {
        case .heading(let level, let title):
            out += String(repeating: "#", count: level) + " "
            append(title, to: &out)
            out += "\n"
        case .paragraph(let text):
            append(text, to: &out)
            out += "\n"
        case .list(let items):
            for item in items { out += "- \(inline(item))\n" }
        case .table(let header, let rows):
            row(header, to: &out)
            out += "|" + String(repeating: " --- |", count: header.count) + "\n"
            for cells in rows { row(cells, to: &out) }
        case .code(let text, let language): code(text, language, to: &out)
        case .quote(let text, _):
            for line in QuotedMarkdown.quote(text) { out += line + "\n" }
        case .timeline(let timeline):
            code(MermaidChart.lines(timeline).joined(separator: "\n"), "mermaid", to: &out)
        case .anchor(let name): out += "<a id=\"\(HTMLEscaping.text(name))\"></a>\n"
        case .details(let summary, let inner):
            out += "<details>\n<summary>\(HTMLWriter.inline(summary, in: .markdown))</summary>\n"
            write(inner, to: &out)
            out += "\n</details>\n"
        }
    }

    private static func row(_ cells: [Inline], to out: inout String) {
        out += "|"
        for cell in cells {
            out += " "
            out += MarkdownEscaping.cell(inline(cell))
            out += " |"
        }
        out += "\n"
    }

    private static func code(_ text: String, _ language: StaticString, to out: inout String) {
        let lines = VisibleText.lines(text).map(InertText.lines)
        let fence = MarkdownEscaping.fence(around: lines.joined(separator: "\n"))
        out += "\(fence)\(language)\n"
        for line in lines { out += line + "\n" }
        out += fence + "\n"
    }

    /// The line, safe in a paragraph, a heading, a list and a table cell.
    package static func inline(_ inline: Inline) -> String {
        var out = ""
        append(inline, to: &out)
        return out
    }

    private static func append(_ inline: Inline, to out: inout String) {
        for span in inline.spans {
            switch span {
            case .own(let words): out += words
            case .outside(let text):
                let escaped = MarkdownEscaping.text(text)
                // The backticks of two spans would join.
                if out.utf8.last == UInt8(ascii: "`"), escaped.utf8.first == UInt8(ascii: "`") {
                    out += " "
                }
                out += escaped
            case .code(let text):
                // The backticks of two spans would join.
                if out.utf8.last == UInt8(ascii: "`") { out += " " }
                out += MarkdownEscaping.code(text)
            case .strong(let inner):
                out += "**"
                append(inner, to: &out)
                out += "**"
            case .link(let title, let url): out += MarkdownEscaping.link(title, to: url)
            case .jump(let inner, let anchor):
                out += "["
                append(inner, to: &out)
                out += "](#\(anchor))"
            case .file(let inner, let name): out += "[\(self.inline(inner))](<\(name)>)"
            case .lineBreak: out += "<br>"
            }
        }
    }
}
