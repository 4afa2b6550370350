import XML

/// Which cells of a workbook show a number as a day or as a share (ECMA-376 part 1, 18.8.30).
struct CellStyles {
    enum Kind: Hashable { case number, date, time, share }

    private var codes: [Int: String] = [:]
    private var formats: [Int] = []
    private var isInCells = false

    /// Takes an event of `styles.xml`; tells whether more are wanted.
    mutating func take(_ event: XMLEvents.Event) -> Bool {
        switch event {
        case .start("numFmt", let attributes):
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), codes.count < 10_000 {
                codes[id] = attributes["formatCode"]
            }
        case .start("cellXfs", _): isInCells = true
        case .start("xf", let attributes):
            if isInCells, formats.count < 100_000 {
                formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
            }
        case .end("cellXfs"): return false
        default: break
        }
        return true
    }

    /// How a cell of a style shows its number.
    func kind(_ style: Int) -> Kind {
        guard formats.indices.contains(style) else { return .number }
        let id = formats[style]
        if let code = codes[id] { return Self.kind(of: code) }
        // The formats that every spreadsheet has; 27 to 36 and 50 to 58 are those of East Asia.
        switch id {
        case 9, 10: return .share
        case 14...17, 22, 27...31, 34...36, 50...54, 57...58: return .date
        case 18...21, 32...33, 45...47, 55...56: return .time
        default: return .number
        }
    }

    /// What a format shows, by its signs outside of quotation marks and brackets.
    private static func kind(of code: String) -> Kind {
        var signs = ""
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for sign in code.lowercased().prefix(while: { $0 != ";" }) {
            if isEscaped {
                isEscaped = false
            } else if sign == "\"", !isBracketed {
                isQuoted.toggle()
            } else if !isQuoted, sign == "[" || sign == "]" {
                isBracketed = sign == "["
            } else if !isQuoted, !isBracketed {
                if sign == "\\" || sign == "_" || sign == "*" {
                    isEscaped = true
                } else {
                    signs.append(sign)
                }
            }
        }
        if signs.contains("%") { return .share }
        if signs.contains("general") || signs.contains("standard") { return .number }
        let isTime = signs.contains("h") || signs.contains("s")
        if signs.contains("y") || signs.contains("d") || (signs.contains("m") && !isTime) {
            return .date
        }
        return isTime ? .time : .number
    }
}
