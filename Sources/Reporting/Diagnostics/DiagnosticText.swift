import Characters
package import LocatedYAML

/// Diagnostics as plain text, for a terminal or a log.
package enum DiagnosticText {
    /// How many terminal columns of a source line are shown.
    static let width = 100

    /// One diagnostic: where and what, the source line, carets below the mistake, and the fix.
    ///
    /// No line break at the end. What is hidden is shown as its code point, so that a text can
    /// neither move the cursor nor forge a line, and what a build service would obey is broken. The
    /// source line is left out where it is empty.
    package static func render(_ diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.path):\(diagnostic.start.line):\(diagnostic.start.column)"
        let head = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
        var lines = [InertText.lines(VisibleText.line("\(place): \(head)"))]
        lines += excerpt(of: diagnostic)
        if !diagnostic.fix.isEmpty {
            lines.append(InertText.lines("  fix: \(VisibleText.line(diagnostic.fix))"))
        }
        return lines.joined(separator: "\n")
    }

    package static func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) }.joined(separator: "\n")
    }

    /// The source line and the carets below it.
    private static func excerpt(of diagnostic: Diagnostic) -> [String] {
        guard !diagnostic.line.isEmpty else { return [] }
        var cells = cells(of: diagnostic.line)
        let first = min(cells.count, max(0, diagnostic.start.column - diagnostic.lineColumn))
        var last = cells.count
        if diagnostic.end.line == diagnostic.start.line {
            last = min(cells.count, max(first, diagnostic.end.column - diagnostic.lineColumn))
        }
        // A mistake of no length, such as a value that is missing, still gets a caret.
        if last == first {
            if first == cells.count { cells.append(Cell(" ")) }
            last = first + 1
        }
        let window = window(over: cells, around: first..<last)
        let cutBefore = window.lowerBound > 0 || diagnostic.lineColumn > 1
        let cutAfter = window.upperBound < cells.count
        var source = cutBefore ? "…" : ""
        var carets = cutBefore ? " " : ""
        for index in window {
            source += cells[index].text
            guard index >= first else {
                carets += cells[index].isTab ? "\t" : spaces(cells[index].width)
                continue
            }
            guard index < last else { continue }
            let columns = cells[index].isTab ? 1 : max(1, cells[index].width)
            carets += String(repeating: "^", count: columns)
        }
        if cutAfter { source += "…" }
        while source.last == " " { source.removeLast() }
        // The indentation tells it from the lines of other mistakes.
        return ["  " + source, "  " + carets]
    }

    /// The characters of a source line; what a build service would obey is broken by a blank.
    private static func cells(of line: String) -> [Cell] {
        let bytes = Array(line.utf8)
        var offset = 0
        return line.map { character in
            offset += character.utf8.count
            let isBroken = InertText.isBroken(after: offset - 1, of: bytes)
            return Cell(character, blankAfter: isBroken)
        }
    }

    /// The cells that are shown: all where they fit, otherwise those around the mistake.
    private static func window(over cells: [Cell], around mistake: Range<Int>) -> Range<Int> {
        let total = cells.reduce(0) { $0 + $1.width }
        guard total > width else { return 0..<cells.count }
        var start = mistake.lowerBound
        var used = 0
        while start > 0, used + cells[start - 1].width <= width / 3 {
            start -= 1
            used += cells[start].width
        }
        var end = start
        used = 0
        while end < cells.count, used + cells[end].width <= width {
            used += cells[end].width
            end += 1
        }
        // Near the end of the line the window shows more of what stands before.
        while start > 0, used + cells[start - 1].width <= width {
            start -= 1
            used += cells[start].width
        }
        return start..<end
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: count)
    }
}

extension DiagnosticText {
    /// A character of a source line, as a terminal shows it.
    fileprivate struct Cell {
        let text: String
        /// In terminal columns; a tab counts as four when the line is cut.
        let width: Int
        let isTab: Bool

        init(_ character: Character, blankAfter: Bool = false) {
            isTab = character == "\t"
            guard !isTab else {
                text = "\t"
                width = 4
                return
            }
            let scalars = character.unicodeScalars
            guard scalars.contains(where: Cell.isHidden) else {
                text = String(character) + (blankAfter ? " " : "")
                width = DisplayWidth.columns(character) + (blankAfter ? 1 : 0)
                return
            }
            text = scalars.reduce(into: "") { text, scalar in
                text += Cell.isHidden(scalar) ? VisibleText.shown(scalar) : String(scalar)
            }
            width = DisplayWidth.columns(text)
        }

        /// Whether a terminal would obey the scalar instead of showing it.
        private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            VisibleText.isHidden(scalar) || VisibleText.isBreak(scalar)
        }
    }
}
