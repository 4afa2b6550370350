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
    /// No piece begins with a blank or a colon, so that no build service sees a command in it; a piece is
    /// longer where more than two of them would.
    static func folded(_ line: String) -> String {
        var out = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 73, scalar != ":", !scalar.properties.isWhitespace {
                out += "\r\n "
                length = 1
            }
            out.unicodeScalars.append(scalar)
            length += size
        }
        return out + "\r\n"
    }
}
