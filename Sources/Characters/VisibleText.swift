/// Makes visible what cannot be seen in outside text.
///
/// That is controls, signs that turn the direction of text round, and signs without width.
///
/// It works on scalars: a combining mark joins the sign before it to one `Character`, and hides it.
package enum VisibleText {
    /// Whether a scalar breaks a line or jumps along it; these become blanks or line ends.
    package static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: return true
        default: return false
        }
    }

    /// Whether a scalar has no ink of its own, or rearranges what stands around it.
    package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: return false
        case 0xFE00...0xFE0F: return false  // They choose between forms of the sign before them.
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
            return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether a name that people compare by eye may hold the scalar.
    ///
    /// No blanks, nothing hidden, and no selectors either, which only choose another form: two
    /// names that look the same would be two people.
    package static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        // What ASCII can print but the blank, which nearly all names are made of.
        if (0x21...0x7E).contains(scalar.value) { return true }
        let properties = scalar.properties
        return !isHidden(scalar) && !properties.isWhitespace
            && !properties.isDefaultIgnorableCodePoint
    }

    /// The code point in the form in which a report shows it: `‹U+202E›`.
    package static func shown(_ scalar: Unicode.Scalar) -> String {
        "‹U+\(Hexadecimal.padded(scalar.value, to: 4))›"
    }

    /// The text on one line: a run of line breaks and tabs is one blank, what is hidden is shown.
    package static func line(_ text: String) -> String {
        // Nearly every text is plain.
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
        var line = ""
        var inBreak = false
        for scalar in text.unicodeScalars {
            if isBreak(scalar) {
                if !inBreak { line += " " }
                inBreak = true
                continue
            }
            inBreak = false
            if isHidden(scalar) {
                line += shown(scalar)
            } else {
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// The text with its lines and tabs as they are, each line ended by LF, and what else is hidden
    /// shown.
    package static func text(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if isAfterReturn, scalar != "\n" { clean += shown("\r").unicodeScalars }
            isAfterReturn = scalar == "\r"
            if scalar == "\n" || scalar == "\t" || !isHidden(scalar) {
                clean.append(scalar)
            } else if !isAfterReturn {
                clean += shown(scalar).unicodeScalars
            }
        }
        if isAfterReturn { clean += shown("\r").unicodeScalars }
        return String(clean)
    }

    /// The lines of the text, with tabs as four blanks and what is hidden shown.
    package static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var current = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09: current += "    "
            case 0x0A where previous == "\r": break
            case _ where isBreak(scalar):
                lines.append(current)
                current = ""
            case _ where isHidden(scalar): current += shown(scalar)
            default: current.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        if !current.isEmpty { lines.append(current) }
        return lines
    }
}
