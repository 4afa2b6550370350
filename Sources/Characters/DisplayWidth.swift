/// How many columns of a terminal a text takes.
package enum DisplayWidth {
    /// The columns of the text, whose hidden scalars were made visible before.
    package static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// 0 for a mark that joins the sign before it, 2 for East Asian wide signs and emoji, else 1.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// The text cut to so many columns, with `…` where something is missing.
    package static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var cut = ""
        var used = 0
        for scalar in text.unicodeScalars {
            let columns = columns(scalar)
            guard used + columns <= width - 1 else { break }
            cut.unicodeScalars.append(scalar)
            used += columns
        }
        return cut + "…"
    }

    /// The text cut or filled with blanks to exactly so many columns.
    package static func fit(_ text: String, to width: Int) -> String {
        let cut = cut(text, to: width)
        return cut + String(repeating: " ", count: max(0, width - columns(cut)))
    }
}
