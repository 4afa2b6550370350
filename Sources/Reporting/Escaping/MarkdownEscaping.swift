import Characters

/// Writes outside text so that it stays text in GitHub-flavoured Markdown.
///
/// There is a function for each place where text can stand.
///
/// A bare `|` is left to the table writer, which alone knows that it is in a cell.
package enum MarkdownEscaping {
    /// Text within a line of Markdown; line breaks become blanks.
    package static func text(_ text: String) -> String {
        let words = VisibleText.line(text).unicodeScalars.split(separator: " ")
        return words.enumerated().map { index, word in
            let escaped = self.word(Array(word))
            return index == 0 ? guardedStart(escaped) : escaped
        }.joined(separator: " ")
    }

    /// Text as a code span; the delimiter is longer than any run of backticks inside.
    package static func code(_ text: String) -> String {
        let line = InertText.lines(VisibleText.line(text))
        guard !line.isEmpty else { return "(empty)" }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let touches = ["`", " "].contains { line.hasScalarPrefix($0) || line.hasScalarSuffix($0) }
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
        var cell = ""
        for scalar in markdown.unicodeScalars {
            if scalar == "|" { cell += "\\" }
            cell.unicodeScalars.append(scalar)
        }
        return cell
    }

    /// A fence for code: longer than any run of its sign inside.
    package static func fence(around text: String) -> String {
        String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    }

    /// One word: as code where a host would make something of it, else escaped sign by sign.
    private static func word(_ word: [Unicode.Scalar]) -> String {
        let start = word.prefix { HostReference.isSurrounding($0) }.count
        let end =
            word.count - word.reversed().prefix { HostReference.isSurrounding($0) }.count
        guard start < end, HostReference.isOne(word[start..<end]) else { return escaped(word[...]) }
        return escaped(word[..<start]) + code(string(word[start..<end])) + escaped(word[end...])
    }

    /// The scalars with a backslash before each sign that Markdown reads within a line.
    static func escaped(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        for scalar in scalars {
            if isSpecial(scalar) { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "#": return true
        default: return false
        }
    }

    /// The same text with its start guarded: it opens no list and underlines no heading.
    private static func guardedStart(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        if let first = scalars.first, "-+=".unicodeScalars.contains(first) { return "\\" + text }
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        guard digits > 0, digits + 1 == scalars.count,
            ".)".unicodeScalars.contains(scalars[digits])
        else { return text }
        return string(scalars[..<digits]) + "\\" + string(scalars[digits...])
    }

    private static func longestRun(of sign: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == sign ? run + 1 : 0
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

extension String {
    fileprivate func hasScalarPrefix(_ scalar: Unicode.Scalar) -> Bool {
        unicodeScalars.first == scalar
    }

    fileprivate func hasScalarSuffix(_ scalar: Unicode.Scalar) -> Bool {
        unicodeScalars.last == scalar
    }
}
