extension Duration {
    /// The units of the checklist language, largest first; `w` and `d` are exactly 7 times and 1
    /// time 24 hours.
    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000),
        ("ms", 1),
    ]

    /// Reads a whole number with a unit: `500ms`, `10s`, `5m`, `24h`, `30d`, `2w`; nil for another
    /// form.
    package init?(language text: String) {
        let digits = text.utf8.prefix { (48...57).contains($0) }
        guard !digits.isEmpty, digits.count <= 9,
            let amount = Int64(String(text.prefix(digits.count))),
            let unit = Self.units.first(where: { $0.suffix == text.dropFirst(digits.count) })
        else { return nil }
        self = .milliseconds(amount * unit.milliseconds)
    }

    /// The duration in the largest unit of the language that says it in a whole number; days at
    /// most.
    package var language: String {
        let all = wholeMilliseconds
        let unit = Self.units.dropFirst().first { all % $0.milliseconds == 0 } ?? ("ms", 1)
        return "\(all / unit.milliseconds)\(all == 0 ? "s" : unit.suffix)"
    }

    /// The duration for people, rounded to the largest unit that it has one of, such as `3 days`.
    package var rounded: String {
        let names = [("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000)]
        let all = Int(wholeMilliseconds)
        let (name, length) = names.first { all >= $0.1 } ?? ("second", 1000)
        let count = (all + length / 2) / length
        return "\(count) \(name)\(count == 1 ? "" : "s")"
    }
}
