import Characters

/// An author's Markdown as HTML: paragraphs, lists, code and strong words; everything else is text.
enum AuthorsHTML {
    static func write(_ markdown: String, to out: inout String) {
        out += "<blockquote>\n"
        var paragraph: [String] = []
        var items: [String] = []
        func flush() {
            if !paragraph.isEmpty { out += "<p>\(paragraph.joined(separator: "\n"))</p>\n" }
            if !items.isEmpty {
                out += "<ul>\n\(items.map { "<li>\($0)</li>\n" }.joined())</ul>\n"
            }
            paragraph = []
            items = []
        }
        for line in VisibleText.lines(markdown) {
            let words = line.drop { $0 == " " }
            if words.isEmpty {
                flush()
            } else if words.utf8.starts(with: "- ".utf8) || words.utf8.starts(with: "* ".utf8) {
                if !paragraph.isEmpty { flush() }
                items.append(inline(String(words.dropFirst(2))))
            } else if let last = items.indices.last {
                items[last] += "\n" + inline(String(words))
            } else {
                paragraph.append(inline(String(words)))
            }
        }
        flush()
        out += "</blockquote>\n"
    }

    /// One line: what stands between two backticks is code.
    private static func inline(_ line: String) -> String {
        let parts = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
        var out = ""
        for (number, part) in parts.enumerated() {
            let escaped = HTMLEscaping.text(String(decoding: part, as: UTF8.self))
            let isCode = number % 2 == 1 && number + 1 < parts.count
            if isCode {
                out += "<code>\(escaped)</code>"
            } else {
                // A backtick without a partner stays.
                out += (number % 2 == 1 ? "`" : "") + escaped
            }
        }
        return out
    }
}
