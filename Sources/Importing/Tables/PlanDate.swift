import Rollout

/// Reads the dates of a plan; what could be two days is none.
enum PlanDate {
    enum Reading: Hashable {
        case date(CivilDate), ambiguous, none
    }

    /// Reads a day; a number counts from 1900, or from 1904 where the workbook says so.
    static func read(_ text: String, from1904 isLate: Bool = false) -> Reading {
        let first = String(text.prefix { $0 != " " && $0 != "T" })
        if let date = CivilDate(first) { return .date(date) }
        // The days since 1899-12-30, as workbooks keep them.
        if let serial = Int(first.prefix { $0 != "." }), (20_000...80_000).contains(serial),
            first.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), first.utf8.count >= 5,
            first.utf8.first != UInt8(ascii: "0"), !first.dropFirst(6).contains(".")
        {
            return .date(CivilDate(daysSinceEpoch: serial - 25_569 + (isLate ? 1462 : 0)))
        }
        if let (day, month, year) = parts(first, ".") { return date(year, month, day) }
        if let (one, other, year) = parts(first, "/") ?? parts(first, "-") {
            // In some countries the month comes first.
            if one <= 12, other <= 12, one != other { return .ambiguous }
            return one > 12 ? date(year, other, one) : date(year, one, other)
        }
        return named(text) ?? .none
    }

    /// `15 October 2025`, `Oct 15, 2025`, `15-Oct-25`, `2025-Oct-15`; nil where no month is named.
    private static func named(_ text: String) -> Reading? {
        let loose: Set<String> = ["-", "/", ".", ",", "of", "de", "st", "nd", "rd", "th", "er"]
        let tokens = Token.tokens(of: text).filter { !loose.contains($0.text) }
        guard tokens.count == 3,
            let place = tokens.firstIndex(where: { $0.kind == .word }),
            let month = PlanMonth.number(of: tokens[place].text)
        else { return nil }
        let numbers = tokens.filter { $0.kind == .number }
        guard numbers.count == 2, place < 2 else { return nil }
        let isYearFirst = place == 1 && numbers[0].text.utf8.count == 4
        let (day, year) = isYearFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        guard day.text.utf8.count <= 2, let number = day.number, let last = year.number,
            year.text.utf8.count == 4 || year.text.utf8.count == 2
        else { return nil }
        return date(last < 100 ? 2000 + last : last, month, number)
    }

    private static func parts(_ text: String, _ sign: Character) -> (Int, Int, Int)? {
        let parts = text.split(separator: sign, omittingEmptySubsequences: false)
        guard parts.count == 3, let one = Int(parts[0]), let other = Int(parts[1]),
            let year = Int(parts[2]), parts[2].utf8.count == 4, one > 0, other > 0
        else { return nil }
        return (one, other, year)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Reading {
        CivilDate(year: year, month: month, day: day).map { .date($0) } ?? .none
    }
}
