extension DateReader {
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5, "latter": 2,
    ]

    /// `early May 2025`, `end of April`, `early/mid-November`, `late 2024`.
    func withPart(at start: Int) -> DatePhrase? {
        if ["eoy", "eocy"].contains(text(start)) { return endOfYear(at: start, behind: start + 1) }
        if text(start) == "year", text(start - 1) != "fiscal" {
            let next = text(start + 1) == "-" ? start + 2 : start + 1
            return text(next) == "end" ? endOfYear(at: start, behind: next + 1) : nil
        }
        guard let first = part(at: start) else { return nil }
        var last = first
        if let next = joint(at: first.end), let other = part(at: next) { last = other }
        let place = behindOf(text(last.end) == "-" ? last.end + 1 : last.end)
        if let month = month(at: place, isSure: true) {
            let span = first.part.days(of: month).joined(with: last.part.days(of: month))
            return finished(
                span, rule(first.part, first.end != last.end), start, monthEnd(place))
        }
        return ofQuarter(first.part, at: place, from: start)
            ?? ofYear(first.part, last.part, at: place, from: start)
    }

    /// Behind `of` and `in` where a date follows: `mid of June`, `early in 2026`, `late in the third
    /// quarter of 2025`.
    private func behindOf(_ index: Int) -> Int {
        guard ["of", "in"].contains(text(index)) else { return index }
        let next = index + 1
        if month(at: next, isSure: false) != nil || writtenYear(at: next) != nil { return next }
        let unit = text(next) == "the" ? next + 1 : next
        return quarter(at: unit) == nil ? index : unit
    }

    /// `EOY 2025`, `EOY`, `year-end 2025`.
    private func endOfYear(at start: Int, behind end: Int) -> DatePhrase? {
        let year = writtenYear(at: end) ?? (text(end) == "of" ? writtenYear(at: end + 1) : nil)
        return PeriodPart.late.months.map {
            DatePhrase(
                span: $0, year: year?.year, rule: .partOfYear, tokens: start..<(year?.end ?? end))
        }
    }

    /// `early 2025`, `end of the calendar year`.
    private func ofYear(
        _ first: PeriodPart, _ last: PeriodPart, at place: Int, from start: Int
    ) -> DatePhrase? {
        var next = place
        var isNamed = false
        while ["calendar", "year", "the", "this"].contains(text(next)) {
            isNamed = isNamed || text(next) == "year"
            next += 1
        }
        guard let months = first.months, let others = last.months else { return nil }
        let year = writtenYear(at: next)
        guard year != nil || isNamed else { return nil }
        return DatePhrase(
            span: months.joined(with: others), year: year?.year,
            rule: first == .firstHalf || first == .secondHalf ? .halfOfYear : .partOfYear,
            tokens: start..<(year?.end ?? next))
    }

    /// `end of Q3 2025`: a third of a quarter is a month.
    private func ofQuarter(_ part: PeriodPart, at place: Int, from start: Int) -> DatePhrase? {
        guard let third = part.third, let quarter = quarter(at: place), quarter.rule == .quarter
        else { return nil }
        let month = quarter.span.firstMonth + third
        return DatePhrase(
            span: .month(month), year: quarter.year, rule: .partOfQuarter,
            tokens: start..<quarter.tokens.upperBound, former: quarter.former)
    }

    private func rule(_ part: PeriodPart, _ isJoined: Bool) -> DatePhrase.Rule {
        if isJoined { return .joined }
        switch part {
        case .early, .middle, .late: return .part
        case .firstHalf, .secondHalf: return .half
        case .week: return .week
        case .whole: return .month
        }
    }

    /// Behind what joins two parts: `/`, `-`, `to`, `or`, `and`.
    private func joint(at index: Int) -> Int? {
        var next = index
        if text(next) == "-" { next += 1 }
        if ["/", "to", "or", "and"].contains(text(next)) { next += 1 }
        if text(next) == "-" { next += 1 }
        return next == index ? nil : next
    }

    private func part(at index: Int) -> (part: PeriodPart, end: Int)? {
        switch text(index) {
        case "early": return (.early, index + 1)
        case "mid": return (.middle, index + 1)
        case "late": return (.late, index + 1)
        case "beginning", "start": return ofPart(.early, index + 1)
        case "middle": return ofPart(.middle, index + 1)
        case "end": return ofPart(.late, index + 1) ?? tiedEnd(at: index)
        default: return counted(at: index)
        }
    }

    /// `end-October`, and `by end October`; "will end October 14" names that day.
    private func tiedEnd(at index: Int) -> (part: PeriodPart, end: Int)? {
        let isTied = text(index + 1) == "-" && tokens[index + 1].isGlued
        let next = isTied ? (text(index + 2) == "of" ? index + 4 : index + 2) : index + 1
        guard isTied || ["by", "at", "until", "till", "to", "from", "-"].contains(text(index - 1)),
            month(at: next, isSure: true) != nil
        else { return nil }
        return (.late, next)
    }

    /// Only before a month or a year, as "end of support" is no date, and "beginning in" no part.
    private func ofPart(_ part: PeriodPart, _ index: Int) -> (part: PeriodPart, end: Int)? {
        guard text(index) == "of" else { return nil }
        let next = text(index + 1) == "the" ? index + 2 : index + 1
        let isDate =
            month(at: next, isSure: true) != nil || writtenYear(at: next) != nil
            || ["calendar", "year"].contains(text(next)) || quarter(at: next) != nil
            || (text(next) == "this" && ["calendar", "year"].contains(text(next + 1)))
        return isDate ? (part, next) : nil
    }

    /// `second half of`, `3rd week of`.
    private func counted(at index: Int) -> (part: PeriodPart, end: Int)? {
        var next = index + 1
        let count: Int
        if let number = Self.ordinals[text(index)] {
            count = number
        } else if let number = number(index), (1...4).contains(number),
            ["st", "nd", "rd", "th"].contains(text(next)), tokens[next].isGlued
        {
            count = number
            next += 1
        } else {
            return nil
        }
        let unit = text(next)
        guard unit == "half" || unit == "week",
            let end = ofPart(.whole, next + 1)?.end ?? (unit == "week" ? inMonth(next + 1) : nil)
        else { return nil }
        if unit == "week" { return (.week(count), end) }
        guard count <= 2 else { return nil }
        return (count == 1 ? .firstHalf : .secondHalf, end)
    }

    /// `last week in June`.
    private func inMonth(_ index: Int) -> Int? {
        text(index) == "in" && month(at: index + 1, isSure: false) != nil ? index + 1 : nil
    }
}
