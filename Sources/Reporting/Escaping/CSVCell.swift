import Characters

/// Writes outside text as cells of CSV that no spreadsheet takes for a formula.
enum CSVCell {
    /// The cells with the line end behind them.
    static func row(_ cells: [String]) -> String {
        cells.map(text).joined(separator: ",") + "\r\n"
    }

    /// One cell; an apostrophe before a sign that begins a formula makes it text.
    static func text(_ text: String) -> String {
        let line = VisibleText.line(text)
        let first = line.unicodeScalars.first { $0 != " " }
        let begins = first.map { "=+-@|%＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = begins ? "'\(line)" : line
        guard safe.utf8.contains(where: { ",\";\t".utf8.contains($0) }) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
