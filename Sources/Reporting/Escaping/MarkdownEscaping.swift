import Characters

/// Writes outside text so that it stays text in GitHub-flavoured Markdown.
///
/// There is a function for each place where text can stand.
///
/// A bare `|` is left to the table writer, which alone knows that it is in a cell.
package enum MarkdownEscaping {
    /// Text within a line of Markdown; line breaks become blanks.
    package static func text(_ text: String) -> String {
        var escaped: [UInt8] = []
        for word in Array(VisibleText.line(text).utf8).split(separator: UInt8(ascii: " ")) {
            let isFirst = escaped.isEmpty
            if !isFirst { escaped.append(UInt8(ascii: " ")) }
            append(word, to: &escaped)
            if isFirst { guardStart(of: &escaped) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Text as a code span; the delimiter is longer than any run of backticks inside.
    package static func code(_ text: String) -> String {
        let line = InertText.lines(VisibleText.line(text))
        guard !line.isEmpty else { return "(empty)" }
        let fence = String(repeating: "`", count: longestRunOfBackticks(in: line) + 1)
        let ends = [line.utf8.first, line.utf8.last].compactMap(\.self)
        let touches = ends.contains { "` ".utf8.contains($0) }
        return touches ? "\(fence) \(line) \(fence)" : fence + line + fence
    }

    /// A link where the address is one to follow; else the title with the address as code.
    package static func link(_ title: String, to url: String) -> String {
        let shown = title.isEmpty ? code(url) : text(title)
        guard let destination = destination(url) else {
            return title.isEmpty ? shown : "\(shown) (\(code(url)))"
        }
        return "[\(shown)](<\(destination)>)"
    }

    /// The address in the form between angle brackets; nil unless it is http, https or mailto.
    package static func destination(_ url: String) -> String? {
        LinkAddress.encoded(url)?.replacing("&", with: "&amp;")
    }

    /// A finished line of Markdown as a table cell: every pipe, also in code, takes a backslash.
    package static func cell(_ markdown: String) -> String {
        // Nearly every cell is without.
        guard markdown.utf8.contains(UInt8(ascii: "|")) else { return markdown }
        var cell = ""
        for scalar in markdown.unicodeScalars {
            if scalar == "|" { cell += "\\" }
            cell.unicodeScalars.append(scalar)
        }
        return cell
    }

    /// A fence for code: longer than any run of its sign inside.
    package static func fence(around text: String) -> String {
        String(repeating: "`", count: max(3, longestRunOfBackticks(in: text) + 1))
    }

    /// Adds a word: as code where a host would make something of it, else escaped sign by sign.
    private static func append(_ word: ArraySlice<UInt8>, to out: inout [UInt8]) {
        let isInside = { (byte: UInt8) in !HostReference.isSurrounding(byte) }
        guard let start = word.firstIndex(where: isInside),
            let last = word.lastIndex(where: isInside), HostReference.isOne(word[start...last])
        else { return appendEscaped(word, to: &out) }
        appendEscaped(word[..<start], to: &out)
        out += code(String(decoding: word[start...last], as: UTF8.self)).utf8
        appendEscaped(word[(last + 1)...], to: &out)
    }

    /// Adds bytes with a backslash before each sign that Markdown reads within a line.
    private static func appendEscaped(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
        for byte in bytes {
            if isSpecial(byte) { out.append(UInt8(ascii: "\\")) }
            out.append(byte)
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "#": return true
        default: return false
        }
    }

    /// Guards the start of a text: it opens no list and underlines no heading.
    private static func guardStart(of text: inout [UInt8]) {
        if let first = text.first, "-+=".utf8.contains(first) {
            text.insert(UInt8(ascii: "\\"), at: 0)
            return
        }
        let digits = text.prefix { (48...57).contains($0) }.count
        guard digits > 0, digits + 1 == text.count, ".)".utf8.contains(text[digits]) else { return }
        text.insert(UInt8(ascii: "\\"), at: digits)
    }

    private static func longestRunOfBackticks(in text: String) -> Int {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// The scalars as a string.
    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars { text.unicodeScalars.append(scalar) }
        return text
    }
}
