import Characters

/// Writes blocks as HTML.
package enum HTMLWriter {
    /// Where a piece of HTML stands.
    package enum Place: Sendable {
        /// In a page of ours.
        case page
        /// In Markdown, whose hosts look for mentions and links in the text of HTML too.
        case markdown
    }

    /// The blocks one after the other, each on lines of its own.
    package static func body(_ document: Document) -> String {
        var out = ""
        write(document.blocks, to: &out)
        return out
    }

    private static func write(_ blocks: [Document.Block], to out: inout String) {
        var index = 0
        while index < blocks.count {
            // An anchor names the heading behind it.
            if case .anchor(let name) = blocks[index], index + 1 < blocks.count,
                case .heading(let level, let title) = blocks[index + 1]
            {
                heading(level, title, id: name, to: &out)
                index += 2
                continue
            }
            write(blocks[index], to: &out)
            index += 1
        }
    }

    private static func heading(
        _ level: Int, _ title: Inline, id: String?, to out: inout String
    ) {
        let name = id.map { " id=\"\(HTMLEscaping.text($0))\"" } ?? ""
        out += "<h\(level)\(name)>"
        append(title, in: .page, to: &out)
        out += "</h\(level)>\n"
    }

    private static func write(_ block: Document.Block, to out: inout String) {
        switch block {
        case .heading(let level, let title): heading(level, title, id: nil, to: &out)
        case .paragraph(let text):
            out += "<p>"
            append(text, in: .page, to: &out)
            out += "</p>\n"
        case .list(let items):
            out += "<ul>\n"
            for item in items { out += "<li>\(inline(item))</li>\n" }
            out += "</ul>\n"
        case .table(let header, let rows): table(header, rows, to: &out)
        case .code(let text, _):
            out += "<pre><code>\(HTMLEscaping.lines(text))</code></pre>\n"
        case .quote(let text, let links): AuthorsHTML.write(text, links: links, to: &out)
        case .timeline(let timeline): out += TimelineSVG.svg(timeline)
        case .anchor(let name): out += "<span id=\"\(HTMLEscaping.text(name))\"></span>\n"
        case .details(let summary, let inner):
            out += "<details>\n<summary>\(inline(summary))</summary>\n"
            write(inner, to: &out)
            out += "</details>\n"
        }
    }

    private static func table(_ header: [Inline], _ rows: [[Inline]], to out: inout String) {
        let labels = header.map { HTMLEscaping.text(plain($0)) }
        out +=
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(labels.first ?? "")\">"
        out += "<table>\n<thead><tr>"
        for cell in header { out += "<th scope=\"col\">\(inline(cell))</th>" }
        out += "</tr></thead>\n<tbody>\n"
        for row in rows {
            out += "<tr>"
            // On a narrow screen each cell stands on a line of its own, behind the name of its column.
            for (cell, label) in zip(row, labels) {
                guard !cell.isEmpty else {
                    out += "<td class=\"none\"></td>"
                    continue
                }
                out += "<td data-label=\"\(label)\">"
                append(cell, in: .page, to: &out)
                out += "</td>"
            }
            out += "</tr>\n"
        }
        out += "</tbody>\n</table></div>\n"
    }

    /// The words alone, for a place that takes no elements.
    package static func plain(_ inline: Inline) -> String {
        inline.spans.map { span in
            switch span {
            case .own(let words): return words
            case .outside(let text), .code(let text): return VisibleText.line(text)
            case .strong(let inner), .jump(let inner, _), .file(let inner, _): return plain(inner)
            case .link(let title, let url): return VisibleText.line(title.isEmpty ? url : title)
            case .lineBreak: return " "
            }
        }.joined()
    }

    package static func inline(_ inline: Inline, in place: Place = .page) -> String {
        var out = ""
        append(inline, in: place, to: &out)
        return out
    }

    private static func append(_ inline: Inline, in place: Place, to out: inout String) {
        for span in inline.spans {
            switch span {
            case .own(let words): out += HTMLEscaping.text(words)
            case .outside(let text):
                let escaped = HTMLEscaping.text(text)
                out += place == .markdown ? "<code>\(escaped)</code>" : escaped
            case .code(let text):
                let line = VisibleText.line(text)
                out += "<code>\(line.isEmpty ? "(empty)" : HTMLEscaping.text(line))</code>"
            case .strong(let inner):
                out += "<strong>"
                append(inner, in: place, to: &out)
                out += "</strong>"
            case .link(let title, let url): out += link(title, url)
            case .jump(let inner, let anchor):
                out += "<a href=\"#\(HTMLEscaping.text(anchor))\">"
                append(inner, in: .page, to: &out)
                out += "</a>"
            case .file(let inner, let name):
                out += "<a href=\"\(HTMLEscaping.text(name))\">"
                append(inner, in: .page, to: &out)
                out += "</a>"
            case .lineBreak: out += "<br>"
            }
        }
    }

    /// A link where the address is one to follow; else the title with the address as code.
    static func link(_ title: String, _ url: String) -> String {
        let shown = HTMLEscaping.text(title.isEmpty ? url : title)
        guard let destination = LinkAddress.encoded(url) else {
            let address = "<code>\(HTMLEscaping.text(url))</code>"
            return title.isEmpty ? address : "\(shown) (\(address))"
        }
        return "<a href=\"\(HTMLEscaping.text(destination))\" rel=\"noreferrer\">\(shown)</a>"
    }
}
