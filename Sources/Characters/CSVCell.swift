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
    ///
    /// Some spreadsheets part a cell at semicolons and tabs, be it quoted or not, so that what stands
    /// behind one is a cell as well.
    package static func inert(_ text: String) -> String {
        let line = InertText.lines(VisibleText.line(text))
        return pieces(of: line) { isFormula($0, isFirst: $1) ? "'\($0)" : $0 }
    }

    /// A text without the apostrophes that `inert` puts into it.
    package static func bare(_ text: String) -> String {
        pieces(of: text) { piece, isFirst in
            let bare = String(piece.dropFirst())
            return piece.hasPrefix("'") && isFormula(bare, isFirst: isFirst) ? bare : piece
        }
    }

    /// The text with each piece between semicolons and tabs as `change` gives it.
    private static func pieces(
        of text: String, _ change: (_ piece: String, _ isFirst: Bool) -> String
    ) -> String {
        var out = ""
        var piece = ""
        var isFirst = true
        for scalar in text.unicodeScalars {
            guard scalar == ";" || scalar == "\t" else {
                piece.unicodeScalars.append(scalar)
                continue
            }
            out += change(piece, isFirst)
            out.unicodeScalars.append(scalar)
            (piece, isFirst) = ("", false)
        }
        return out + change(piece, isFirst)
    }

    /// Whether it begins a formula; quotation marks before it go where a cell is parted.
    private static func isFormula(_ piece: String, isFirst: Bool) -> Bool {
        guard !isFirst else { return isFormula(piece) }
        let rest = piece.unicodeScalars.drop { $0 == "\"" || $0.properties.isWhitespace }
        return isFormula(String(rest))
    }

    /// Whether a spreadsheet would compute the text of a cell (OWASP, CSV injection); blanks before
    /// it do not stop them all, and some take full-width signs for the usual ones.
    package static func isFormula(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0.value != 0 }
        if let start = text.unicodeScalars.first, [9, 10, 13].contains(start.value) { return true }
        return first.map { "=+-@|%＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
}
