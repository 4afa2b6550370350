import Characters

/// Renders a checklist author's Markdown so that it stays within the quotation it is put in.
///
/// Lists, emphasis, code, tables and safe links work. Headings, HTML, images, reference definitions
/// and diagrams do not: they would change the report around them, load something, or hide it.
package enum QuotedMarkdown {
    /// The lines of a blockquote, each with its `>`.
    package static func quote(_ markdown: String) -> [String] {
        lines(markdown).map { $0.isEmpty ? ">" : "> \($0)" }
    }

    /// The lines as they stand inside the quotation.
    private static func lines(_ markdown: String) -> [String] {
        var out: [String] = []
        var fence: QuotedFence?
        var isInTable = false
        let all = VisibleText.lines(markdown).map { Array($0.unicodeScalars) }
        for (number, scalars) in all.enumerated() {
            let indent = scalars.prefix { $0 == " " }.count
            let content = scalars[indent...]
            if var open = fence {
                if open.closes(content) {
                    out += open.written
                    fence = nil
                } else {
                    open.body.append(
                        MarkdownEscaping.string(scalars.dropFirst(min(indent, open.indent))))
                    fence = open
                }
            } else if let open = QuotedFence(content, indent: indent) {
                fence = open
            } else {
                let next = number + 1 < all.count ? all[number + 1] : []
                isInTable = !content.isEmpty && (isInTable || mayDelimitTable(next))
                out.append(proseLine(content, indent: indent, isInTable: isInTable))
            }
        }
        if let fence { out += fence.written }
        return out
    }

    /// A line outside code: its list and quotation signs stay, the rest is read as inline Markdown.
    private static func proseLine(
        _ content: ArraySlice<Unicode.Scalar>, indent: Int, isInTable: Bool
    ) -> String {
        var rest = content
        while rest.last == " " { rest.removeLast() }
        guard !rest.isEmpty else { return "" }
        var prefix = String(repeating: " ", count: min(indent, 16))
        while let marker = blockMarker(rest) {
            prefix += MarkdownEscaping.string(rest.prefix(marker))
            rest = rest.dropFirst(marker)
        }
        // A line of these alone would turn the line above it into a heading.
        if let first = rest.first, first == "=" || first == "-", rest.allSatisfy({ $0 == first }) {
            return prefix + "\\" + MarkdownEscaping.string(rest)
        }
        return prefix + QuotedInline(rest, isInTable: isInTable).markdown
    }

    /// Whether a line may make the line above it the header of a table; yes in doubt.
    private static func mayDelimitTable(_ line: [Unicode.Scalar]) -> Bool {
        line.contains("-")
            && line.allSatisfy {
                "-:|>*+.) ".unicodeScalars.contains($0) || ("0"..."9").contains($0)
            }
    }

    /// The length of a list or quotation sign with the blanks behind it; nil where there is none.
    private static func blockMarker(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = line.first else { return nil }
        var length = 1
        if first == ">" {
            length += line.dropFirst().prefix { $0 == " " }.count
            return length
        }
        let digits = line.prefix { ("0"..."9").contains($0) }.count
        if digits > 0 {
            guard digits < 10, let end = line.dropFirst(digits).first, end == "." || end == ")"
            else { return nil }
            length = digits + 1
        } else if !"-*+".unicodeScalars.contains(first) {
            return nil
        }
        let blanks = line.dropFirst(length).prefix { $0 == " " }.count
        return blanks == 0 ? nil : length + blanks
    }
}
