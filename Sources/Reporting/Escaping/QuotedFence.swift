/// A code block that the author opened; written with a fence of our own once its content is known.
struct QuotedFence {
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

    /// Whether the line ends the block.
    func closes(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
        let run = content.prefix { $0 == sign }.count
        return run >= length && content.dropFirst(run).allSatisfy { $0 == " " }
    }

    /// The lines of the block with a fence of our own.
    var written: [String] {
        let fence = MarkdownEscaping.fence(around: body.joined(separator: "\n"))
        return [fence + language] + body + [fence]
    }
}
