import Characters

/// Writes blocks as plain text, for mail and other places that know no marks.
package enum PlainWriter {
    package static func text(_ document: Document) -> String {
        var lines: [String] = []
        write(document.blocks, to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func write(_ blocks: [Document.Block], to lines: inout [String]) {
        for block in blocks {
            if !lines.isEmpty { lines.append("") }
            switch block {
            case .heading(_, let title):
                let words = HTMLWriter.plain(title)
                lines += [
                    words, String(repeating: "-", count: min(60, words.unicodeScalars.count)),
                ]
            case .paragraph(let text): lines.append(HTMLWriter.plain(text))
            case .list(let items): lines += items.map { "* \(HTMLWriter.plain($0))" }
            case .table(let header, let rows):
                for row in rows {
                    let cells = zip(header, row).filter { !$0.1.isEmpty }
                    lines += cells.enumerated().map { number, cell in
                        number == 0
                            ? "* \(HTMLWriter.plain(cell.1))"
                            : "  \(HTMLWriter.plain(cell.0)): \(HTMLWriter.plain(cell.1))"
                    }
                }
            case .code(let text, _), .quote(let text, _): lines += VisibleText.lines(text)
            case .timeline, .anchor: lines.removeLast()
            case .details(let summary, let inner):
                lines.append(HTMLWriter.plain(summary))
                write(inner, to: &lines)
            }
        }
    }
}
