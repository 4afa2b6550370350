extension DateReader {
    /// A quarter or a half of a year, without its year.
    private struct Unit {
        let count: Int
        let isHalf: Bool
        let end: Int

        var span: MonthSpan {
            let length = isHalf ? 6 : 3
            return .months(count * length - length + 1, count * length)
        }
    }

    /// `Q1 2025`, `CY25 Q3`, `Q2-Q3 2025`, `fourth quarter of calendar year 2024`, `2H 2025`, `Q1 FY26`.
    func quarter(at start: Int) -> DatePhrase? {
        if let end = fiscalYearEnd(at: start) {
            return unit(at: end).map { phrase($0.span, nil, .fiscal, start..<$0.end) }
        }
        if let (year, end) = writtenYear(at: start) {
            let next = ["-", "/", ","].contains(text(end)) ? end + 1 : end
            return unit(at: next).map {
                phrase($0.span, year, $0.isHalf ? .halfOfYear : .quarter, start..<$0.end)
            }
        }
        guard let first = unit(at: start) else { return nil }
        var last = first
        if ["-", "/", "to", "or", "and"].contains(text(first.end)),
            let other = unit(at: first.end + 1),
            other.isHalf == first.isHalf, other.count > first.count
        {
            last = other
        }
        let span = last.count == first.count ? first.span : first.span.joined(with: last.span)
        var next = last.end
        while ["of", "in", "the", "calendar", "year", ",", "/"].contains(text(next)) { next += 1 }
        if let end = fiscalYearEnd(at: next) { return phrase(span, nil, .fiscal, start..<end) }
        let rule: DatePhrase.Rule =
            last.count != first.count ? .joined : first.isHalf ? .halfOfYear : .quarter
        if let (year, end) = writtenYear(at: next) {
            var former: [Token] = []
            let behind = skipFormer(end, &former)
            return DatePhrase(
                span: span, year: year, rule: rule, tokens: start..<behind, former: former)
        }
        // Without a year only where a date is due: "begins in Q3".
        let isShort = ["q", "h"].contains(text(start))
        return isShort && isDue(at: start) ? phrase(span, nil, rule, start..<last.end) : nil
    }

    private func phrase(
        _ span: MonthSpan, _ year: Int?, _ rule: DatePhrase.Rule, _ tokens: Range<Int>
    ) -> DatePhrase {
        DatePhrase(span: span, year: year, rule: rule, tokens: tokens)
    }

    private func unit(at start: Int) -> Unit? {
        guard start < tokens.count else { return nil }
        let next = start + 1
        let isLetterFirst = ["q", "h"].contains(text(start)) && tokens[start].isCapital
        if isLetterFirst, let count = number(next), tokens[next].isGlued {
            return unit(count, isHalf: text(start) == "h", next + 1)
        }
        guard next < tokens.count else { return nil }
        if let count = number(start), ["q", "h"].contains(text(next)), tokens[next].isGlued,
            tokens[next].isCapital
        {
            return unit(count, isHalf: text(next) == "h", next + 1)
        }
        if let count = Self.ordinals[text(start)], text(next) == "quarter" {
            return unit(count, isHalf: false, next + 1)
        }
        if let count = number(start), ["st", "nd", "rd", "th"].contains(text(next)),
            text(next + 1) == "quarter"
        {
            return unit(count, isHalf: false, next + 2)
        }
        return nil
    }

    private func unit(_ count: Int, isHalf: Bool, _ end: Int) -> Unit? {
        (1...(isHalf ? 2 : 4)).contains(count) ? Unit(count: count, isHalf: isHalf, end: end) : nil
    }

    /// Behind `FY26`, `fiscal year 2026` or `fiscal`; nil where nothing of the sort begins.
    private func fiscalYearEnd(at start: Int) -> Int? {
        guard text(start) == "fy" || text(start) == "fiscal" else { return nil }
        var next = start + 1
        if text(next) == "year" { next += 1 }
        if text(next) == "'" { next += 1 }
        if number(next) != nil { next += 1 }
        return next
    }

    private func isDue(at index: Int) -> Bool {
        guard index > 0 else { return true }
        let leads: Set<String> = [
            "in", "by", "from", "until", "since", "of", "through", "starting", "beginning",
            "during",
            "begins", "starts", "begin", "start", "the", ":",
        ]
        return leads.contains(text(index - 1))
    }
}
