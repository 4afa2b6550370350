/// Whether a text is HTML, by what it holds and not by what it is called.
enum Markup {
    private static let names: Set<String> = [
        "p", "br", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "html",
        "body", "head", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "b", "i", "u",
        "a", "em", "strong", "span", "font", "code", "pre", "img", "title", "style", "script",
        "blockquote", "hr", "main", "dl", "dt", "dd", "meta", "link",
    ]

    private static let inline: Set<String> = [
        "b", "i", "u", "a", "em", "strong", "span", "font", "code", "img",
    ]

    /// Where the first tag begins that HTML has; nil where there is none.
    ///
    /// "<noreply@example.com>" and "<your tenant>" are no tags.
    static func firstTag(in text: String) -> Int? { first(of: names, in: text) }

    /// Whether the text has tags that make paragraphs.
    static func hasBlocks(_ text: String) -> Bool {
        first(of: names.subtracting(inline), in: text) != nil
    }

    private static func first(of names: Set<String>, in text: String) -> Int? {
        let bytes = Array(text.utf8)
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            if bytes[index...].starts(with: Array("!DOCTYPE".utf8)) { return start }
            let name = bytes[index...].drop { $0 == UInt8(ascii: "/") }.prefix(11).prefix {
                (97...122).contains($0 | 32) || (48...57).contains($0)
            }
            let end = name.endIndex
            guard end < bytes.count, bytes[end] <= 32 || "/>".utf8.contains(bytes[end]),
                names.contains(String(decoding: name, as: UTF8.self).lowercased())
            else { continue }
            return start
        }
        return nil
    }
}

extension PostText {
    /// Reads a text that says to be HTML or not, and may be the other.
    static func read(_ text: String, isHTML: Bool) throws(HTMLReader.Refusal) -> PostText {
        let bytes = text.utf8
        guard bytes.count <= HTMLReader.mostBytes else { throw .tooLong }
        guard let tag = Markup.firstTag(in: text) else {
            guard isHTML else { return PostText(plain: text) }
            // It may hold entities all the same, and its lines are lines.
            return try HTMLReader.read(lines(text))
        }
        // What stands before the markup is plain text, and all is that has marks of words alone.
        if tag == 0, !bytes.contains(10) { return try HTMLReader.read(text) }
        guard Markup.hasBlocks(text) else { return try HTMLReader.read(lines(text)) }
        let start = bytes.index(bytes.startIndex, offsetBy: tag)
        return try HTMLReader.read(lines(String(text[..<start])) + text[start...])
    }

    private static func lines(_ text: String) -> String {
        text.utf8.contains(10) ? text.split(whereSeparator: \.isNewline).joined(separator: "<br>") + "<br>" : text
    }
}
