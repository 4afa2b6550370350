/// One line of an author's Markdown, read for code spans, links and emphasis; the rest is text.
struct QuotedInline {
    /// A scalar of plain text; a literal one lost its meaning to a backslash before it.
    private struct Sign {
        let scalar: Unicode.Scalar
        let isLiteral: Bool
    }

    private(set) var markdown = ""
    private var plain: [Sign] = []
    private let line: [Unicode.Scalar]
    /// A pipe parts the cells of a table even within code, so there it takes a backslash.
    private let isInTable: Bool
    private var index = 0
    /// Numbers of backticks that no later run of the line has.
    private var unclosed: Set<Int> = []

    init(_ line: some Sequence<Unicode.Scalar>, isInTable: Bool) {
        self.line = Array(line)
        self.isInTable = isInTable
        while index < self.line.count { step() }
        flush()
    }

    private mutating func step() {
        switch line[index] {
        case "\\":
            let next = index + 1
            if next < line.count, Self.isPunctuation(line[next]) {
                plain.append(Sign(scalar: line[next], isLiteral: true))
                index += 2
            } else {
                take(1)
            }
        case "`": codeSpan()
        case "!", "[", "<": link()
        default: take(1)
        }
    }

    private mutating func take(_ count: Int) {
        plain += line[index..<(index + count)].map { Sign(scalar: $0, isLiteral: false) }
        index += count
    }

    private mutating func emit(_ text: String, next: Int) {
        flush()
        append(text)
        index = next
    }

    /// Adds finished Markdown; a blank keeps two code spans apart, for their backticks would join.
    private mutating func append(_ text: String) {
        if markdown.utf8.last == UInt8(ascii: "`"), text.utf8.first == UInt8(ascii: "`") {
            markdown += " "
        }
        markdown += text
    }

    private mutating func codeSpan() {
        let length = line[index...].prefix { $0 == "`" }.count
        guard !unclosed.contains(length) else { return take(length) }
        var search = index + length
        while search < line.count {
            let run = line[search...].prefix { $0 == "`" }.count
            if run == length {
                var content = line[(index + length)..<search]
                if content.count > 2, content.first == " ", content.last == " " {
                    content = content.dropFirst().dropLast()
                }
                emit(code(content), next: search + run)
                return
            }
            search += max(run, 1)
        }
        unclosed.insert(length)
        take(length)
    }

    private func code(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        let code = MarkdownEscaping.code(MarkdownEscaping.string(scalars))
        return isInTable ? MarkdownEscaping.cell(code) : code
    }

    private func link(_ title: String, to url: String) -> String {
        let link = MarkdownEscaping.link(title, to: url)
        return isInTable ? MarkdownEscaping.cell(link) : link
    }

    private mutating func link() {
        guard let link = AuthorsLink(line, at: index) else { return take(1) }
        emit(self.link(link.title, to: link.url), next: link.end)
    }

    /// Writes the plain text gathered so far, word for word, with its blanks as they are.
    private mutating func flush() {
        var word: [Sign] = []
        for sign in plain {
            if sign.scalar == " " {
                write(word)
                markdown += " "
                word = []
            } else {
                word.append(sign)
            }
        }
        write(word)
        plain = []
    }

    private mutating func write(_ word: [Sign]) {
        let isOutside = { (sign: Sign) in
            sign.scalar.isASCII && HostReference.isSurrounding(UInt8(ascii: sign.scalar))
        }
        let start = word.prefix(while: isOutside).count
        let end = word.count - word.reversed().prefix(while: isOutside).count
        let inner = MarkdownEscaping.string(word[..<end].dropFirst(start).map(\.scalar))
        guard start < end, HostReference.isOne(inner.utf8) else {
            markdown += word.map(Self.written).joined()
            return
        }
        markdown += word[..<start].map(Self.written).joined()
        append(code(word[start..<end].map(\.scalar)))
        markdown += word[end...].map(Self.written).joined()
    }

    /// Emphasis and the pipes of a table keep their meaning; what could do more takes a backslash.
    private static func written(_ sign: Sign) -> String {
        let isSpecial =
            sign.isLiteral
            ? isPunctuation(sign.scalar) : "\\`[]<>&#!".unicodeScalars.contains(sign.scalar)
        return (isSpecial ? "\\" : "") + String(sign.scalar)
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        default: return false
        }
    }
}
