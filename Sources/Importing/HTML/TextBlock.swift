/// A piece of text as a reader sees it: a paragraph, an item of a list or a row of a table.
struct TextBlock: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case paragraph, item
        /// The texts of the cells.
        case row([String])
    }

    let kind: Kind
    /// How many lists the block lies in.
    let depth: Int
    /// On one line, runs of blanks made one; that of a row has its cells behind each other.
    let text: String
    /// Whether a blank line stands before it, where lines are those of a plain text.
    var isParted = false
    /// Whether all of it stands out, as titles do: a heading, or bold throughout.
    var isHeading = false

    init(_ kind: Kind, depth: Int = 0, _ text: String) {
        self.kind = kind
        self.depth = depth
        self.text = text
    }

    /// A line that may begin with the mark of an item, such as "- ".
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - depth: How many lists it lies in, besides that of its mark.
    init(line: String, depth: Int = 0) {
        guard let mark = Self.marks.first(where: line.hasPrefix) else {
            self.init(.paragraph, depth: depth, line)
            return
        }
        self.init(.item, depth: depth + 1, String(line.dropFirst(mark.count)))
    }

    private static let marks = ["- ", "* ", "• ", "· ", "– ", "▪ ", "◦ ", "● "]

    /// The block with no more than so many bytes, in whole scalars.
    func cut(to most: Int) -> TextBlock {
        guard text.utf8.count > most else { return self }
        let bytes = text.utf8.prefix(max(0, most))
        return with(String(decoding: bytes, as: UTF8.self))
    }

    /// The block with another text of the same kind.
    func with(_ text: some StringProtocol) -> TextBlock {
        var block = TextBlock(kind, depth: depth, String(text))
        block.isParted = isParted
        block.isHeading = isHeading
        return block
    }
}
