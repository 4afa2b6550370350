/// Renders Markdown that a checklist's author wrote so that it stays within the quotation it is put in.
///
/// Lists, emphasis, code, tables and safe links work. Headings, HTML, images, reference definitions and
/// diagrams do not: they would change the report around them, load something, or hide it.
package enum QuotedMarkdown {
    /// The lines of a blockquote, each with its `>`.
    package static func quote(_ markdown: String) -> [String] {
        lines(markdown).map { $0.isEmpty ? ">" : "> \($0)" }
    }

    /// The lines as they stand inside the quotation.
    private static func lines(_ markdown: String) -> [String] {
        var out: [String] = []
        var fence: OpenFence?
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
            } else if let open = OpenFence(content, indent: indent) {
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

    /// Whether a line may be what makes the line above it the header of a table; rather too often than too seldom.
    private static func mayDelimitTable(_ line: [Unicode.Scalar]) -> Bool {
        line.contains("-")
            && line.allSatisfy {
                "-:|>*+.) ".unicodeScalars.contains($0) || ("0"..."9").contains($0)
            }
    }

    /// The length of a list or quotation sign with the blanks behind it; nil where the line does not begin with one.
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

/// A code block that the author opened; written with a fence of our own once its content is known.
private struct OpenFence {
    let sign: Unicode.Scalar
    let length: Int
    let indent: Int
    let language: String
    var body: [String] = []

    /// Languages that hosts only colour; others may be drawn as diagrams, maps or formulas.
    private static let languages: Set<String> = [
        "bash", "console", "diff", "http", "ini", "json", "powershell", "python", "sh", "shell",
        "sql",
        "swift", "toml", "xml", "yaml",
    ]

    /// Nil where the line opens no fence.
    init?(_ scalars: ArraySlice<Unicode.Scalar>, indent: Int) {
        guard let sign = scalars.first, sign == "`" || sign == "~" else { return nil }
        let length = scalars.prefix { $0 == sign }.count
        let info = scalars.dropFirst(length)
        guard length >= 3, !(sign == "`" && info.contains("`")) else { return nil }
        self.sign = sign
        self.length = length
        self.indent = indent
        let word = MarkdownEscaping.string(info.drop { $0 == " " }.prefix { $0 != " " })
            .lowercased()
        language = Self.languages.contains(word) ? word : "text"
    }

    func closes(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let run = content.prefix { $0 == sign }.count
        return run >= length && content.dropFirst(run).allSatisfy { $0 == " " }
    }

    var written: [String] {
        let fence = MarkdownEscaping.fence(around: body.joined(separator: "\n"))
        return [fence + language] + body + [fence]
    }
}
