extension Due {
    /// Reads what `description` writes: `PHASE[.start|.end] [± N(h|d|w|bd)]`; nil for another form.
    ///
    /// Blanks stand before the sign, and may stand behind it.
    package init?(language text: String) {
        let head = text.prefix { $0 != " " }
        let parts = head.split(separator: ".", omittingEmptySubsequences: false)
        guard let phase = parts.first, !phase.isEmpty, parts.count <= 2,
            let edge = parts.count == 1 ? .start : Edge(rawValue: String(parts[1]))
        else { return nil }
        guard head.endIndex != text.endIndex else {
            self.init(phase: PhaseID(String(phase)), edge: edge)
            return
        }
        let offset = text[head.endIndex...].drop { $0 == " " }
        let amountAndUnit = offset.dropFirst().drop { $0 == " " }
        let digits = amountAndUnit.utf8.prefix { (48...57).contains($0) }
        guard let sign = offset.first, sign == "+" || sign == "-", (1...4).contains(digits.count),
            let amount = Int(String(amountAndUnit.prefix(digits.count))),
            let unit = Unit(rawValue: String(amountAndUnit.dropFirst(digits.count)))
        else { return nil }
        self.init(
            phase: PhaseID(String(phase)), edge: edge, amount: sign == "-" ? -amount : amount,
            unit: unit)
    }
}
