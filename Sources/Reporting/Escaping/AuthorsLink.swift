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
            let close = Self.partner(of: end + 1, in: line),
            let address = Self.address(in: line[(end + 2)..<close])
        else { return nil }
        title = MarkdownEscaping.string(line[(bracket + 1)..<end])
        url = MarkdownEscaping.string(address)
        self.end = close + 1
    }

    /// The bracket that closes one, for an address may have pairs of them.
    private static func partner(of bracket: Int, in line: [Unicode.Scalar]) -> Int? {
        var depth = 0
        for place in line[bracket...].prefix(mostOfLink).indices {
            if line[place] == "(" { depth += 1 }
            if line[place] == ")" { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    /// An address, and nothing behind it but a title in quotation marks; nil where other words stand.
    private static func address(
        in words: ArraySlice<Unicode.Scalar>
    ) -> ArraySlice<Unicode.Scalar>? {
        if words.first == "<", words.last == ">", words.count > 1 {
            return words.dropFirst().dropLast()
        }
        let address = words.prefix { $0 != " " }
        let title = words[address.endIndex...].drop { $0 == " " }
        guard let mark = title.first else { return address }
        return title.count > 1 && title.last == mark && (mark == "\"" || mark == "'")
            ? address : nil
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
