/// A link in an author's Markdown: `[title](address)`, `![title](address)` or `<address>`.
///
/// One rule for every format: what is written so can be followed where the address is http, https or
/// mailto. A picture becomes a link, for it would be fetched when it is shown. All else is text, be it
/// a bare address.
struct AuthorsLink {
    /// Empty for one that is only an address.
    let title: String
    let url: String
    /// The place behind it.
    let end: Int

    /// How far the end of a link or an address is looked for, so that a long line costs no more than its
    /// length.
    private static let mostOfLink = 2048

    /// The link that begins at a place of a line; nil where none does.
    init?(_ line: [Unicode.Scalar], at index: Int) {
        switch line[index] {
        case "[": self.init(line, from: index)
        case "!" where index + 1 < line.count && line[index + 1] == "[":
            self.init(line, from: index + 1)
        case "<": self.init(line, behind: index)
        default: return nil
        }
    }

    private init?(_ line: [Unicode.Scalar], from bracket: Int) {
        guard let end = line[bracket...].prefix(Self.mostOfLink).firstIndex(of: "]"),
            end + 1 < line.count, line[end + 1] == "(",
            let close = line[(end + 1)...].prefix(Self.mostOfLink).firstIndex(of: ")")
        else { return nil }
        var address = line[(end + 2)..<close]
        if address.first == "<", address.last == ">", address.count > 1 {
            address = address.dropFirst().dropLast()
        }
        title = MarkdownEscaping.string(line[(bracket + 1)..<end])
        url = MarkdownEscaping.string(address.prefix { $0 != " " })
        self.end = close + 1
    }

    private init?(_ line: [Unicode.Scalar], behind sign: Int) {
        guard let end = line[sign...].prefix(Self.mostOfLink).firstIndex(of: ">") else {
            return nil
        }
        title = ""
        url = MarkdownEscaping.string(line[(sign + 1)..<end])
        self.end = end + 1
        guard !url.unicodeScalars.contains(" "), LinkAddress.encoded(url) != nil else {
            return nil
        }
    }
}
