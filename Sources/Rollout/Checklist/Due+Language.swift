extension Due {
    /// Reads what `description` writes: `PHASE[.start|.end] [± N(h|d|w|bd)]`; nil for another form.
    ///
    /// Blanks stand before the sign, and may stand behind it.
    package init?(language text: String) {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }
        func string(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
        let head = text.utf8.prefix { !isBlank($0) }
        let phase = head.prefix { $0 != UInt8(ascii: ".") }
        let isWhole = phase.endIndex == head.endIndex
        guard !phase.isEmpty,
            let edge = isWhole
                ? .start : Edge(rawValue: string(head[phase.endIndex...].dropFirst()))
        else { return nil }
        guard head.endIndex != text.endIndex else {
            self.init(phase: PhaseID(string(phase)), edge: edge)
            return
        }
        let offset = text.utf8[head.endIndex...].drop(while: isBlank)
        let amountAndUnit = offset.dropFirst().drop(while: isBlank)
        let digits = amountAndUnit.prefix { (48...57).contains($0) }
        guard let sign = offset.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            (1...4).contains(digits.count), let amount = Int(string(digits)),
            let unit = Unit(rawValue: string(amountAndUnit[digits.endIndex...]))
        else { return nil }
        self.init(
            phase: PhaseID(string(phase)), edge: edge,
            amount: sign == UInt8(ascii: "-") ? -amount : amount, unit: unit)
    }
}
