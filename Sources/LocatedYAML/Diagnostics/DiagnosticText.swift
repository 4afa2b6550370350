/// Diagnostics as plain text, for a terminal or a log.
package enum DiagnosticText {
    /// How many terminal columns of a source line are shown.
    static let width = 100

    /// One diagnostic: where and what, the source line, carets below the mistake, and the fix.
    ///
    /// No line break at the end. Control characters are shown as pictures, so that a text can
    /// neither move the cursor nor forge a line. The source line is left out where it is empty.
    package static func render(_ diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.path):\(diagnostic.start.line):\(diagnostic.start.column)"
        let head = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
        var lines = [safe("\(place): \(head)")]
        lines += excerpt(of: diagnostic)
        if !diagnostic.fix.isEmpty { lines.append("  fix: \(safe(diagnostic.fix))") }
        return lines.joined(separator: "\n")
    }

    /// Several diagnostics, one after the other.
    package static func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) }.joined(separator: "\n")
    }

    /// The source line and the carets below it.
    private static func excerpt(of diagnostic: Diagnostic) -> [String] {
        guard !diagnostic.line.isEmpty else { return [] }
        var cells = diagnostic.line.map { Cell($0) }
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
        return [source, carets]
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

    /// A text in which every control character is a picture.
    private static func safe(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += Cell.picture(of: $1) ?? String($1) }
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

        init(_ character: Character) {
            isTab = character == "\t"
            guard !isTab else {
                text = "\t"
                width = 4
                return
            }
            var shown = ""
            var columns = 0
            for scalar in character.unicodeScalars {
                if let picture = Cell.picture(of: scalar) {
                    shown += picture
                    columns += 1
                } else {
                    shown.unicodeScalars.append(scalar)
                    // A cluster takes the width of its widest scalar: base letter, or emoji.
                    columns = max(columns, Cell.width(of: scalar))
                }
            }
            text = shown
            width = columns
        }

        /// What stands for a scalar that a terminal would obey instead of showing it; else nil.
        static func picture(of scalar: Unicode.Scalar) -> String? {
            switch scalar.value {
            case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
            case 0x7F: "\u{2421}"
            // C1 controls, line and paragraph separators, and what turns the writing direction.
            case 0x80...0x9F, 0x2028, 0x2029, 0x061C, 0x200E, 0x200F, 0x202A...0x202E,
                0x2066...0x2069, 0xFEFF:
                "\u{FFFD}"
            default: nil
            }
        }

        private static func width(of scalar: Unicode.Scalar) -> Int {
            guard scalar.value >= 0x300 else { return scalar.value == 0xAD ? 0 : 1 }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: return scalar.value == 0xFE0F ? 2 : 0
            case .format: return 0
            default: break
            }
            if scalar.properties.isEmojiPresentation { return 2 }
            return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }

        /// The blocks that East Asian typography sets two columns wide (Unicode Annex 11).
        private static let wide: [ClosedRange<UInt32>] = [
            0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
            0x20000...0x3FFFD,
        ]
    }
}
