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
    private static let blocks = names.subtracting(inline)

    /// Where the first tag begins that HTML has; nil where there is none.
    ///
    /// "<noreply@example.com>" and "<your tenant>" are no tags.
    static func firstTag(in text: String) -> Int? {
        var first: Int?
        visit(names, in: text) { place in
            first = place
            return false
        }
        return first
    }

    /// Whether the lines of a text that has tags are its paragraphs: it begins without one, and few
    /// of its lines have one that makes a paragraph.
    static func hasLines(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 > 32 }), first != UInt8(ascii: "<") else {
            return false
        }
        var tags = 0
        visit(blocks, in: text) { _ in
            tags += 1
            return true
        }
        return text.utf8.count { $0 == 10 } > 4 * tags
    }

    /// Hands over where each tag of some names begins, until it is told to stop.
    private static func visit(_ names: Set<String>, in text: String, _ goesOn: (Int) -> Bool) {
        let bytes = Array(text.utf8)
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            let name = bytes[index...].drop { $0 == UInt8(ascii: "/") }.prefix(11).prefix {
                (97...122).contains($0 | 32) || (48...57).contains($0)
            }
            let end = name.endIndex
            guard end < bytes.count, bytes[end] <= 32 || "/>".utf8.contains(bytes[end]),
                names.contains(String(decoding: name, as: UTF8.self).lowercased())
            else { continue }
            if !goesOn(start) { return }
        }
    }
}

extension PostText {
    /// Reads a text that says to be HTML or not, and may be the other.
    static func read(_ text: String, isHTML: Bool) throws(HTMLReader.Refusal) -> PostText {
        guard text.utf8.count <= HTMLReader.mostBytes else { throw .tooLong }
        guard let tag = Markup.firstTag(in: text) else {
            // It may hold entities all the same, and its lines are lines.
            return isHTML ? try HTMLReader.read(lines(text)) : PostText(plain: text)
        }
        // In HTML the end of a line is a blank.
        guard !isHTML else { return try HTMLReader.read(text) }
        guard !Markup.hasLines(text) else { return try HTMLReader.read(lines(text)) }
        // What stands before the first tag is plain text.
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: tag)
        return try HTMLReader.read(lines(String(text[..<start])) + text[start...])
    }

    private static func lines(_ text: String) -> String {
        guard text.utf8.contains(10) else { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: "<br>") + "<br>"
    }
}
