/// Writes outside text as cells of CSV that no spreadsheet takes for a formula.
package enum CSVCell {
    /// The cells with the line end behind them.
    package static func row(_ cells: [String]) -> String {
        cells.map(text).joined(separator: ",") + "\r\n"
    }

    /// One cell.
    package static func text(_ text: String) -> String {
        let safe = inert(text)
        guard safe.utf8.contains(where: { ",\";\t".utf8.contains($0) }) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A text on one line; an apostrophe before a sign that begins a formula makes it text.
    package static func inert(_ text: String) -> String {
        let line = InertText.lines(VisibleText.line(text))
        return isFormula(line) ? "'\(line)" : line
    }

    /// Whether a spreadsheet would compute the text of a cell (OWASP, CSV injection); blanks before
    /// it do not stop them all, and some take full-width signs for the usual ones.
    package static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0.value != 0 }
        if let start = text.unicodeScalars.first, [9, 10, 13].contains(start.value) { return true }
        return first.map { "=+-@|%＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
