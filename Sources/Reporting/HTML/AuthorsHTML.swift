import Characters

/// An author's Markdown as HTML: paragraphs, lists, code and links; everything else is text.
enum AuthorsHTML {
    static func write(_ markdown: String, links: Bool, to out: inout String) {
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
                items.append(inline(String(words.dropFirst(2)), links))
            } else if let last = items.indices.last {
                items[last] += "\n" + inline(String(words), links)
            } else {
                paragraph.append(inline(String(words), links))
            }
        }
        flush()
        out += "</blockquote>\n"
    }

    /// One line: what stands between two backticks is code, and elsewhere links are links.
    private static func inline(_ line: String, _ links: Bool) -> String {
        let parts = line.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
        var out = ""
        for (number, part) in parts.enumerated() {
            let text = String(decoding: part, as: UTF8.self)
            let isCode = number % 2 == 1 && number + 1 < parts.count
            if isCode {
                out += "<code>\(HTMLEscaping.text(text))</code>"
            } else {
                // A backtick without a partner stays.
                out += (number % 2 == 1 ? "`" : "")
                out += links ? linked(text) : HTMLEscaping.text(text)
            }
        }
        return out
    }

    /// Text outside of code.
    private static func linked(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var out = ""
        var plain = ""
        var index = 0
        func take(_ count: Int) {
            for scalar in scalars[index...].prefix(count) { plain.unicodeScalars.append(scalar) }
            index += count
        }
        while index < scalars.count {
            // A sign behind a backslash means nothing.
            if scalars[index] == "\\" {
                take(2)
            } else if let link = AuthorsLink(scalars, at: index) {
                out += HTMLEscaping.text(plain) + HTMLWriter.link(link.title, link.url)
                plain = ""
                index = link.end
            } else {
                take(1)
            }
        }
        return out + HTMLEscaping.text(plain)
    }
}
