/// Reads dates in English out of tokens.
struct DateReader {
    let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// The date that begins at a place; nil where none does.
    func date(at start: Int) -> DatePhrase? {
        guard start < tokens.count, !tokens[start].isFormer, !tokens[start].isSign("()") else {
            return nil
        }
        return numbers(at: start) ?? isoDate(at: start) ?? week(at: start) ?? quarter(at: start)
            ?? withPart(at: start) ?? monthDate(at: start, isSure: false) ?? dayMonth(at: start)
            ?? year(at: start)
    }

    func text(_ index: Int) -> String { index < tokens.count ? tokens[index].text : "" }

    func number(_ index: Int) -> Int? { index < tokens.count ? tokens[index].number : nil }

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
        var year: Int?
        if let (number, behind) = writtenYear(at: next) {
            year = number
            end = behind
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
            span: span ?? date.months, year: date.year, rule: span == nil ? .numbers : .day,
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
            date.rule == .day, date.span.firstDay == date.span.lastDay
        else { return nil }
        return DatePhrase(
            span: .week(from: date.span.firstDay, of: date.span.firstMonth), year: date.year,
            rule: .weekFrom, tokens: start..<date.tokens.upperBound, former: date.former)
    }

    /// A month, where the word is meant as one.
    func month(at index: Int, isSure: Bool) -> Int? {
        guard index < tokens.count, tokens[index].kind == .word,
            let month = MonthName.number(of: tokens[index].text)
        else { return nil }
        if isSure || !MonthName.isDoubtful(tokens[index].text) { return month }
        guard tokens[index].isCapital else { return nil }
        // A number behind it, or a word before it that dates follow.
        var former: [Token] = []
        let next = skipFormer(text(index + 1) == "." ? index + 2 : index + 1, &former)
        if number(next) != nil || writtenYear(at: next) != nil
            || (text(next) == "," && number(next + 1) != nil)
        {
            return month
        }
        let leads: Set<String> = [
            "in", "by", "from", "until", "since", "of", "through", "starting", "beginning",
            "during",
        ]
        return (index == 0 || leads.contains(text(index - 1))) && tokens[index].text.utf8.count != 4
            && (index > 0 || tokens.count == 1) ? month : nil
    }

    /// `April`, `April 2025`, `April 3, 2025`, `April 3-5`.
    private func monthDate(at start: Int, isSure: Bool) -> DatePhrase? {
        guard let month = month(at: start, isSure: isSure) else { return nil }
        var end = start + 1
        if text(end) == ".", tokens[start].text.utf8.count <= 4 { end += 1 }
        guard let day = number(end), (1...31).contains(day), tokens[end].text.utf8.count <= 2 else {
            return finished(.month(month), .month, start, end)
        }
        end = ordinalEnd(end + 1)
        if text(end) == "-", let last = number(end + 1), (1...31).contains(last), last > day,
            tokens[end + 1].text.utf8.count <= 2
        {
            return finished(.days(day, last, of: month), .day, start, ordinalEnd(end + 2))
        }
        return finished(.days(day, day, of: month), .day, start, end)
    }

    /// Behind `st`, `nd`, `rd` or `th`.
    private func ordinalEnd(_ index: Int) -> Int {
        index < tokens.count && tokens[index].isGlued
            && ["st", "nd", "rd", "th"].contains(tokens[index].text) ? index + 1 : index
    }

    /// `3 April 2025`.
    private func dayMonth(at start: Int) -> DatePhrase? {
        guard let day = number(start), (1...31).contains(day) else { return nil }
        var next = ordinalEnd(start + 1)
        if text(next) == "of" { next += 1 }
        guard next < tokens.count, !tokens[next].isGlued, tokens[next].isCapital,
            let month = MonthName.number(of: tokens[next].text),
            number(next + 1) != nil
                || !MonthName.isDoubtful(tokens[next].text)
        else { return nil }
        return finished(.days(day, day, of: month), .day, start, next + 1)
    }

    /// `2025-04-03`.
    private func isoDate(at start: Int) -> DatePhrase? {
        guard let year = plausibleYear(start), text(start + 1) == "-", text(start + 3) == "-",
            let month = number(start + 2), (1...12).contains(month), let day = number(start + 4),
            (1...31).contains(day), tokens[start + 1].isGlued, tokens[start + 4].isGlued
        else { return nil }
        return DatePhrase(
            span: .days(day, day, of: month), year: year, rule: .day, tokens: start..<(start + 5))
    }

    /// A year alone, behind a word that dates follow.
    private func year(at start: Int) -> DatePhrase? {
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
