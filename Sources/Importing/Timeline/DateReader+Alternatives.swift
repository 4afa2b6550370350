extension DateReader {
    /// What two dates that are one span may be made by.
    private static let rules: Set<DatePhrase.Rule> = [
        .month, .part, .half, .week, .quarter, .partOfQuarter, .partOfYear, .halfOfYear, .joined,
    ]

    /// A date with the other one that is meant as well, as one span of time: `late July or early
    /// August 2025`, `late July-early August 2025`.
    ///
    /// Whole months are left to those who read ranges, as `May-June` has a start and an end.
    func withAlternative(_ first: DatePhrase) -> DatePhrase {
        guard Self.rules.contains(first.rule),
            let other = behindOr(first) ?? behindDash(first), isSoonAfter(first, other)
        else { return first }
        let span = first.span.joined(with: other.span)
        // One that runs past the end of a year is named by the year of its end.
        let firstYear = first.year.map { span.wraps ? $0 + 1 : $0 }
        let years = Set([firstYear, other.year].compactMap { $0 })
        guard years.count <= 1 else { return first }
        return DatePhrase(
            span: span, year: years.first, rule: .joined,
            tokens: first.tokens.lowerBound..<other.tokens.upperBound,
            former: first.former.isEmpty ? other.former : first.former)
    }

    private func behindOr(_ first: DatePhrase) -> DatePhrase? {
        let end = first.tokens.upperBound
        var next = text(end) == "," ? end + 1 : end
        guard text(next) == "or" else { return nil }
        next += 1
        while ["in", "at", "the"].contains(text(next)) { next += 1 }
        guard let other = simpleDate(at: next), Self.rules.contains(other.rule),
            first.rule != .month || other.rule != .month
        else { return nil }
        return other
    }

    /// Parts without a blank between them that follow upon each other are one span; all others are the
    /// ends of a range.
    private func behindDash(_ first: DatePhrase) -> DatePhrase? {
        let dash = first.tokens.upperBound
        guard first.year == nil, text(dash) == "-", dash + 1 < tokens.count,
            tokens[dash].isGlued, tokens[dash + 1].isGlued,
            let other = simpleDate(at: dash + 1),
            [first.rule, other.rule].allSatisfy({ $0 == .part || $0 == .half }),
            first.span.isRightBefore(other.span)
        else { return nil }
        return other
    }

    /// Whether a date begins behind another one, and within half a year.
    private func isSoonAfter(_ first: DatePhrase, _ other: DatePhrase) -> Bool {
        guard !first.span.wraps, !other.span.wraps else { return false }
        let months = (other.span.firstMonth - first.span.firstMonth + 12) % 12
        return months == 0 ? first.span.firstDay < other.span.firstDay : months <= 6
    }
}

extension MonthSpan {
    /// Whether another span begins on the day after this one.
    fileprivate func isRightBefore(_ other: MonthSpan) -> Bool {
        guard lastDay > 0 else {
            return other.firstDay == 1 && other.firstMonth == lastMonth % 12 + 1
        }
        return other.firstMonth == lastMonth && other.firstDay == lastDay + 1
    }
}
