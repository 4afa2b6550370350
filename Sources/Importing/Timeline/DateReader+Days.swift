extension DateReader {
    /// `April`, `April 2025`, `April 3, 2025`, and the first day of `April 3-5`.
    func monthDate(at start: Int, isSure: Bool) -> DatePhrase? {
        guard let month = month(at: start, isSure: isSure) else { return nil }
        var end = monthEnd(start)
        guard let day = shortNumber(end) else { return finished(.month(month), .month, start, end) }
        guard (1...31).contains(day) else {
            return isDateEnd(end + 1)
                ? finished(.month(month), .noSuchDay, start, end + 1)
                : finished(.month(month), .month, start, end)
        }
        end = ordinalEnd(end + 1)
        // "May 3-32" is none.
        if let next = behindTie(end, from: end), text(end) == "-", let last = shortNumber(next),
            !(1...31).contains(last), isDateEnd(next + 1), text(next + 1) != ":"
        {
            return finished(.month(month), .noSuchDay, start, next + 1)
        }
        // What follows has month and year.
        if lastOfRange(behind: end) != nil {
            return DatePhrase(
                span: .days(day, day, of: month), rule: .day, tokens: start..<end)
        }
        return finished(.days(day, day, of: month), .day, start, end)
    }

    /// `3 April 2025`, and the first day of `3-5 April 2025`.
    func dayMonth(at start: Int) -> DatePhrase? {
        guard let day = shortNumber(start), !isCount(start) else { return nil }
        let behind = ordinalEnd(start + 1)
        if let month = monthBehindDay(behind) {
            let rule: DatePhrase.Rule = (1...31).contains(day) ? .day : .noSuchDay
            return finished(
                rule == .day ? .days(day, day, of: month.number) : .month(month.number), rule,
                start,
                month.end)
        }
        guard (1...31).contains(day), let next = behindTie(behind, from: start),
            let last = shortNumber(next), (1...31).contains(last), last > day,
            let month = monthBehindDay(ordinalEnd(next + 1))
        else { return nil }
        return DatePhrase(
            span: .days(day, day, of: month.number), rule: .day, tokens: start..<behind)
    }

    /// The last day of `April 3-5, 2025`, which takes the month from the first one.
    func lastOfRange(at index: Int) -> DatePhrase? {
        guard let day = shortNumber(index), index >= 3 else { return nil }
        for start in max(0, index - 6)...(index - 3) {
            guard let month = month(at: start, isSure: false),
                let first = shortNumber(monthEnd(start)), (1...31).contains(first)
            else { continue }
            let end = ordinalEnd(monthEnd(start) + 1)
            guard lastOfRange(behind: end) == index, day > first else { continue }
            return finished(.days(day, day, of: month), .day, index, ordinalEnd(index + 1))
        }
        return nil
    }

    /// The place of the last day of a range behind its first one: `April 3 to the 5th`; nil where
    /// none follows, or one with a month of its own.
    func lastOfRange(behind index: Int) -> Int? {
        guard let next = behindTie(index, from: index), let day = shortNumber(next),
            (1...31).contains(day), day > dayBefore(index)
        else { return nil }
        let end = ordinalEnd(next + 1)
        let units: Set<String> = [
            ":", "am", "pm", "a", "p", "%", "days", "weeks", "months", "hours",
        ]
        guard !units.contains(text(end)), monthBehindDay(end) == nil else { return nil }
        return isDateEnd(end) ? next : nil
    }

    private func dayBefore(_ index: Int) -> Int {
        let place = ["st", "nd", "rd", "th"].contains(text(index - 1)) ? index - 2 : index - 1
        return number(max(0, place)) ?? 0
    }

    /// Behind what ties the days of a range, such as `-`, `to` and `through`.
    private func behindTie(_ index: Int, from start: Int) -> Int? {
        let isBetween = tokens[..<start].suffix(3).contains { $0.text == "between" }
        guard
            ["-", "to", "through", "until", "till"].contains(text(index))
                || (isBetween && text(index) == "and")
        else { return nil }
        return text(index + 1) == "the" ? index + 2 : index + 1
    }

    /// The month behind a day, and where it ends.
    private func monthBehindDay(_ index: Int) -> (number: Int, end: Int)? {
        let isHyphened = text(index) == "-" && tokens[index].isGlued
        let place = text(index) == "of" || isHyphened ? index + 1 : index
        guard place < tokens.count, tokens[place].isGlued == isHyphened, tokens[place].isCapital,
            tokens[place].kind == .word, let month = MonthName.number(of: tokens[place].text),
            !MonthName.isVerb(tokens[place].text) || isDateEnd(place + 1)
        else { return nil }
        let end = monthEnd(place)
        guard !isHyphened || (text(end) == "-" && plausibleYear(end + 1) != nil) else { return nil }
        return (month, end)
    }

    /// Whether a number counts something that has numbers: `Windows 11 May update`.
    private func isCount(_ index: Int) -> Bool {
        let counted: Set<String> = [
            "version", "versions", "build", "phase", "stage", "ring", "wave", "windows", "office",
            "step", "release", "v", "ios", "android",
        ]
        return index > 0
            && (counted.contains(text(index - 1))
                || (tokens[index].isGlued && isOfNumber(index - 1)))
    }

    /// Whether a sign belongs to a longer number, such as `1.10` or `2/3`.
    private func isOfNumber(_ index: Int) -> Bool {
        tokens[index].isSign("./:") && index > 0 && tokens[index - 1].kind == .number
            && tokens[index].isGlued
    }

    /// A number of one or two digits.
    func shortNumber(_ index: Int) -> Int? {
        guard let number = number(index), tokens[index].text.utf8.count <= 2 else { return nil }
        return number
    }

    /// Behind `st`, `nd`, `rd` or `th`.
    func ordinalEnd(_ index: Int) -> Int {
        index < tokens.count && tokens[index].isGlued
            && ["st", "nd", "rd", "th"].contains(tokens[index].text) ? index + 1 : index
    }

    /// `2025-05` and `05/2025`.
    func numberedMonth(at start: Int) -> DatePhrase? {
        guard text(start + 1) == "-" || text(start + 1) == "/", start + 2 < tokens.count,
            tokens[start + 1].isGlued, tokens[start + 2].isGlued,
            start == 0 || !tokens[start].isGlued,
            start + 3 == tokens.count || !tokens[start + 3].isGlued
                || tokens[start + 3].isSign(".,;:)")
        else { return nil }
        let isYearFirst = text(start + 1) == "-"
        let (year, month) = isYearFirst ? (start, start + 2) : (start + 2, start)
        guard let year = plausibleYear(year), let number = number(month),
            tokens[month].text.utf8.count == 2, (1...12).contains(number)
        else { return nil }
        return DatePhrase(
            span: .month(number), year: year, rule: .month, tokens: start..<(start + 3))
    }
}
