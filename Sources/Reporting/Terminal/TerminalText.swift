import Characters

/// Words over as many lines of a terminal as they take, so that nothing is cut off.
enum TerminalText {
    /// The lines; what has no blank to break at is broken where the room ends.
    ///
    /// All lines but the first begin with `indent` blanks.
    static func wrapped(_ words: String, to width: Int, indent: Int = 0) -> [String] {
        guard width < .max else { return [words] }
        let margin = String(repeating: " ", count: min(indent, max(0, width - 8)))
        var lines: [String] = []
        var line = ""
        // A word that stands alone on its line has no blank before it.
        var isEmpty = true
        for word in words.split(separator: " ") {
            for piece in pieces(of: word, width - margin.utf8.count) {
                let longer = isEmpty ? line + piece : "\(line) \(piece)"
                if isEmpty || DisplayWidth.columns(longer) <= width {
                    line = longer
                } else {
                    lines.append(line)
                    line = margin + piece
                }
                isEmpty = false
            }
        }
        return isEmpty && lines.isEmpty ? [] : lines + [line]
    }

    /// A word as one piece, or as pieces that each fit.
    private static func pieces(of word: Substring, _ width: Int) -> [String] {
        guard DisplayWidth.columns(String(word)) > width else { return [String(word)] }
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for sign in word {
            let columns = DisplayWidth.columns(sign)
            if used + columns > width, !piece.isEmpty {
                pieces.append(piece)
                piece = ""
                used = 0
            }
            piece.append(sign)
            used += columns
        }
        return pieces + [piece]
    }
}
