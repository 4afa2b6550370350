/// Reads dates in English out of tokens.
struct DateReader {
    let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// The date that begins at a place; nil where none does.
    func date(at start: Int) -> DatePhrase? {
        guard start < tokens.count, !tokens[start].isFormer, !tokens[start].isSign("()") else {
            return nil
        }
        let date = simpleDate(at: start).map(withAlternative) ?? dateBehindTime(at: start)
        return date.map { counted(withTime($0)) }
    }

    /// The date that begins at a place, without others that it may be as well, and without a time.
    func simpleDate(at start: Int) -> DatePhrase? {
        guard start < tokens.count else { return nil }
        // In two steps, as the compiler takes too long over one.
        let date: DatePhrase? =
            numbers(at: start) ?? isoDate(at: start) ?? week(at: start) ?? quarter(at: start)
            ?? withPart(at: start) ?? monthDate(at: start, isSure: false)
        return date ?? dayMonth(at: start) ?? lastOfRange(at: start) ?? season(at: start)
            ?? numberedMonth(at: start) ?? year(at: start)
    }

    /// The date, with a remark where its year was counted, and none where nobody knows from when.
    private func counted(_ date: DatePhrase) -> DatePhrase {
        var date = date
        for case .year(_, let isSure) in tokens[date.tokens].lazy.map(\.kind) {
            date.hasCountedYear = true
            if !isSure { date.rule = .countedYear }
        }
        return date
    }

    func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    func number(_ index: Int) -> Int? {
        tokens.indices.contains(index) ? tokens[index].number : nil
    }

    /// The place behind any former values, which are handed over.
    func skipFormer(_ index: Int, _ former: inout [Token]) -> Int {
        var index = index
        while index < tokens.count, case .former(let inner) = tokens[index].kind {
            if former.isEmpty { former = inner }
            index += 1
        }
        return index
    }

    /// The phrase with a year and a former value that may follow.
    func finished(_ span: MonthSpan, _ rule: DatePhrase.Rule, _ start: Int, _ end: Int)
        -> DatePhrase
    {
        var former: [Token] = []
        var end = end
        var next = skipFormer(end, &former)
        if [",", "of", "in"].contains(text(next)) { next += 1 }
        if text(next) == "calendar", text(next + 1) == "year" { next += 2 }
        // "3-May-2025".
        if text(next) == "-", tokens[next].isGlued, plausibleYear(next + 1) != nil,
            tokens[next + 1].isGlued
        {
            next += 1
        }
        var year: Int?
        var rule = rule
        if let (number, behind) = writtenYear(at: next) {
            year = number
            end = behind
        } else if isWrongYear(next, isParted: text(next - 1) == ",") {
            rule = .noSuchDay
            end = next + 1
        }
        let last = skipFormer(end, &former)
        return DatePhrase(
            span: span, year: year, rule: rule, tokens: start..<max(end, last), former: former)
    }

    func plausibleYear(_ index: Int) -> Int? {
        guard let year = number(index), (2000...2099).contains(year) else { return nil }
        return year
    }

    /// A year in any of its forms, `2025`, `CY2025`, `CY25` and `'25`, and where it ends.
    func writtenYear(at index: Int) -> (year: Int, end: Int)? {
        if let year = plausibleYear(index) { return (year, index + 1) }
        guard text(index) == "cy" || text(index) == "'" else { return nil }
        let next = index + 1
        if let year = plausibleYear(next) { return (year, next + 1) }
        guard let number = number(next), tokens[next].isGlued, tokens[next].text.utf8.count == 2
        else { return nil }
        return (2000 + number, next + 1)
    }

    /// `05/22/2025`, which was made one token.
    private func numbers(at start: Int) -> DatePhrase? {
        guard case .date(let date, let order) = tokens[start].kind else { return nil }
        var former: [Token] = []
        let end = skipFormer(start + 1, &former)
        let span = date.span(in: order)
        return DatePhrase(
            span: span ?? date.months, year: date.year,
            rule: !date.isPossible ? .noSuchDay : span == nil ? .numbers : .day,
            tokens: start..<end, former: former)
    }

    /// `week of May 12, 2025`, `week commencing 12 May`.
    private func week(at start: Int) -> DatePhrase? {
        guard text(start) == "week" else { return nil }
        var next = start + 1
        guard ["of", "commencing", "beginning", "starting"].contains(text(next)) else { return nil }
        next += 1
        if ["on", "the"].contains(text(next)) { next += 1 }
        guard
            let date = numbers(at: min(next, tokens.count - 1)) ?? isoDate(at: next)
                ?? monthDate(at: next, isSure: true) ?? dayMonth(at: next),
            date.rule == .day, date.span.firstDay == date.span.lastDay,
            lastOfRange(behind: date.tokens.upperBound) == nil
        else { return nil }
        return DatePhrase(
            span: .week(from: date.span.firstDay, of: date.span.firstMonth), year: date.year,
            rule: .weekFrom, tokens: start..<date.tokens.upperBound, former: date.former)
    }

    /// `2025-04-03`.
    private func isoDate(at start: Int) -> DatePhrase? {
        guard let year = plausibleYear(start), text(start + 1) == "-", text(start + 3) == "-",
            let month = number(start + 2), let day = number(start + 4),
            tokens[start + 2].text.utf8.count == 2, tokens[start + 4].text.utf8.count == 2,
            tokens[start + 1].isGlued, tokens[start + 4].isGlued
        else { return nil }
        let isPossible = (1...12).contains(month) && (1...31).contains(day)
        return DatePhrase(
            span: isPossible ? .days(day, day, of: month) : .months(1, 12), year: year,
            rule: isPossible ? .day : .noSuchDay, tokens: start..<(start + 5))
    }

    /// A year alone, behind a word that dates follow, or a counted one.
    private func year(at start: Int) -> DatePhrase? {
        let place = text(start) == "later" ? start + 1 : start
        if place < tokens.count, tokens[place].isCountedYear {
            return DatePhrase(
                span: .months(1, 12), year: number(place), rule: .year, tokens: start..<(place + 1))
        }
        guard let year = plausibleYear(start), start > 0,
            ["in", "by", "during", "throughout", "through", "until", "of", "cy"].contains(
                text(start - 1)),
            start + 1 == tokens.count || !tokens[start + 1].isGlued
                || tokens[start + 1].kind == .sign
        else { return nil }
        if text(start - 1) == "of", text(start - 2) != "remainder" { return nil }
        return DatePhrase(
            span: .months(1, 12), year: year, rule: .year, tokens: start..<(start + 1))
    }
}
