import Characters

/// Writes outside text as a value of a calendar (RFC 5545), and folds its lines.
enum CalendarText {
    static func value(_ text: String) -> String {
        var out = ""
        for (number, line) in VisibleText.lines(text).enumerated() {
            if number > 0 { out += "\\n" }
            for scalar in InertText.lines(line).unicodeScalars {
                if scalar == "\\" || scalar == ";" || scalar == "," { out += "\\" }
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// The line in pieces of at most 75 bytes, each but the first behind a blank, with its line end.
    ///
    /// No piece begins with two colons, blanks aside, so that no build service sees a command in it; the
    /// piece before such a place is longer.
    static func folded(_ line: String) -> String {
        let scalars = Array(line.unicodeScalars)
        var out = ""
        var length = 0
        for (index, scalar) in scalars.enumerated() {
            let size = UTF8.width(scalar)
            if length + size > 75, !beginsCommand(scalars[index...]) {
                out += "\r\n "
                length = 1
            }
            out.unicodeScalars.append(scalar)
            length += size
        }
        return out + "\r\n"
    }

    /// Whether two colons follow some blanks, or may follow more of them than are looked at.
    private static func beginsCommand(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = scalars.prefix(100).drop { $0.properties.isWhitespace }
        return rest.isEmpty || rest.starts(with: [":", ":"])
            || (rest.count == 1 && rest.first == ":" && scalars.count > 100)
    }
}
