/// How many columns of a terminal a text takes.
package enum DisplayWidth {
    /// The columns of the text, whose hidden scalars were made visible before.
    package static func columns(_ text: String) -> Int {
        // Nearly every text is plain.
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.reduce(0) { $0 + ($1 < 0x20 || $1 == 0x7F ? 0 : 1) }
        }
        return text.reduce(0) { $0 + columns($1) }
    }

    /// The columns of what a reader sees as one sign: those of its widest scalar.
    ///
    /// Marks, joiners and skin tones add nothing to the sign that they belong to. The selector
    /// U+FE0F asks for the form of an emoji, which is two columns wide.
    package static func columns(_ sign: Character) -> Int {
        sign.unicodeScalars.reduce(0) { max($0, $1.value == 0xFE0F ? 2 : columns($1)) }
    }

    /// The columns of a scalar alone: 0 for a mark or a control, 2 for East Asian wide signs and
    /// emoji, else 1.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE..<0x300: return 1
        case 0x00..<0x300: return 0
        case _ where isWide(scalar.value): return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// The blocks that are `W` or `F` in Unicode Annex 11; emoji are told by their property.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x302A...0x302D, 0x3099...0x309A: false  // Marks over the sign before them.
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x18DFF,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text cut to so many columns, with `…` where something is missing.
    package static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var cut = ""
        var used = 0
        for sign in text {
            let columns = columns(sign)
            guard used + columns <= width - 1 else { break }
            cut.append(sign)
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
