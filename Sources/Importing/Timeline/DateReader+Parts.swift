extension DateReader {
    private static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5, "latter": 2,
    ]

    /// `early May 2025`, `end of April`, `early/mid-November`, `late 2024`.
    func withPart(at start: Int) -> DatePhrase? {
        guard let first = part(at: start) else { return nil }
        var last = first
        if let next = joint(at: first.end), let other = part(at: next) { last = other }
        let place = text(last.end) == "-" ? last.end + 1 : last.end
        if let month = month(at: place, isSure: true) {
            let span = first.part.days(of: month).joined(with: last.part.days(of: month))
            return finished(span, rule(first.part, first.end != last.end), start, place + 1)
        }
        var next = place
        while ["calendar", "year", "cy", "the"].contains(text(next)) { next += 1 }
        guard let year = plausibleYear(next), let months = first.part.months,
            let others = last.part.months
        else { return nil }
        return DatePhrase(
            span: months.joined(with: others), year: year,
            rule: first.part == .firstHalf || first.part == .secondHalf ? .halfOfYear : .partOfYear,
            tokens: start..<(next + 1))
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
        case "end": return ofPart(.late, index + 1)
        default: return counted(at: index)
        }
    }

    /// Only before a month or a year, as "end of support" is no date, and "beginning in" no part.
    private func ofPart(_ part: PeriodPart, _ index: Int) -> (part: PeriodPart, end: Int)? {
        guard text(index) == "of" else { return nil }
        let next = text(index + 1) == "the" ? index + 2 : index + 1
        let isDate =
            month(at: next, isSure: true) != nil || plausibleYear(next) != nil
            || text(next) == "calendar" || text(next) == "cy"
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
            let (_, end) = ofPart(.whole, next + 1)
        else { return nil }
        if unit == "week" { return (.week(count), end) }
        guard count <= 2 else { return nil }
        return (count == 1 ? .firstHalf : .secondHalf, end)
    }

    /// `Q1 2025`, `fourth quarter of calendar year 2024`, `H2 2025`.
    func quarter(at start: Int) -> DatePhrase? {
        var next = start + 1
        var count: Int?
        var isHalf = false
        if ["q", "h"].contains(text(start)), let number = number(start + 1),
            next < tokens.count, tokens[next].isGlued
        {
            isHalf = text(start) == "h"
            count = number
            next = start + 2
        } else if let number = Self.ordinals[text(start)], text(next) == "quarter" {
            count = number
            next += 1
        } else if let number = number(start), ["st", "nd", "rd", "th"].contains(text(next)),
            text(next + 1) == "quarter"
        {
            count = number
            next += 2
        }
        guard let count, (1...(isHalf ? 2 : 4)).contains(count) else { return nil }
        let isFiscal = ["fiscal", "fy"].contains { word in
            (next..<(next + 3)).contains { text($0) == word }
        }
        // Whose fiscal year is not said.
        guard !isFiscal else { return nil }
        while ["of", "in", "the", "calendar", "year", "cy", ","].contains(text(next)) { next += 1 }
        guard let year = plausibleYear(next) else { return nil }
        let length = isHalf ? 6 : 3
        return DatePhrase(
            span: .months(count * length - length + 1, count * length), year: year,
            rule: isHalf ? .halfOfYear : .quarter, tokens: start..<(next + 1))
    }
}
