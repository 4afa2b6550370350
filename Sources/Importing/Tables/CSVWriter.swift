/// Writes tables as RFC 4180 has them, with cells that no spreadsheet takes for a formula.
package enum CSVWriter {
    package static func text(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A cell; an apostrophe stands before what a spreadsheet would compute.
    static func cell(_ text: String) -> String {
        let inert = isFormula(text) ? "'" + text : text
        let isPlain = inert.utf8.allSatisfy { $0 != 34 && $0 != 44 && $0 != 10 && $0 != 13 }
        guard !isPlain else { return inert }
        return "\"" + inert.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether a spreadsheet would compute the text of a cell (OWASP, CSV injection); blanks before
    /// it do not stop them all, and some take full-width signs for the usual ones.
    package static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0.value != 0 }
        if let start = text.unicodeScalars.first, [9, 10, 13].contains(start.value) { return true }
        return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
