extension DateReader {
    /// Whether a date can end before a place.
    ///
    /// What follows is a sign, a number, or a word that goes on behind dates: "May 40 regions" and
    /// "May 50%" count something.
    func isDateEnd(_ index: Int) -> Bool {
        guard index < tokens.count else { return true }
        switch tokens[index].kind {
        case .sign: return !tokens[index].isSign("%")
        case .number, .former, .date, .year: return true
        case .word: return Self.followers.contains(tokens[index].text)
        }
    }

    private static let followers: Set<String> = [
        "and", "or", "to", "through", "until", "till", "for", "with", "in", "by", "at", "on", "of",
        "as", "before", "after", "from", "we", "the", "when", "if", "but", "this", "all", "pt",
        "pst",
        "utc", "cy", "is", "was", "will", "only", "onwards", "onward",
    ]

    /// Whether a number stands where the year does, and is none: `May 1850`, `May 5, 99999`.
    func isWrongYear(_ index: Int, isParted: Bool) -> Bool {
        guard index < tokens.count, tokens[index].kind == .number,
            tokens[index].text.utf8.count >= (isParted ? 4 : 3), !isTime(at: index),
            !isTimeOfZone(at: index),
            index + 1 >= tokens.count || !tokens[index + 1].isGlued
                || tokens[index + 1].kind == .sign
        else { return false }
        return isDateEnd(index + 1)
    }

    private static let zones: Set<String> = [
        "pt", "pst", "pdt", "et", "est", "edt", "utc", "gmt",
    ]

    /// Whether hours and minutes stand before a zone without a sign between them: `0900 PT`.
    private func isTimeOfZone(at index: Int) -> Bool {
        guard let number = number(index), tokens[index].text.utf8.count == 4 else { return false }
        return number / 100 < 24 && number % 100 < 60 && Self.zones.contains(text(index + 1))
    }

    private static let seasons: Set<String> = ["spring", "summer", "fall", "autumn", "winter"]

    /// `spring 2026`: the months depend on the hemisphere, which nobody says.
    func season(at start: Int) -> DatePhrase? {
        // Most words are not followed by a year, and need not be looked up.
        guard start + 1 < tokens.count,
            tokens[start + 1].kind == .number || tokens[start + 1].text.utf8.count <= 2,
            tokens[start].kind == .word, Self.seasons.contains(tokens[start].text)
        else { return nil }
        let next = ["of", "in", ","].contains(text(start + 1)) ? start + 2 : start + 1
        guard let (year, end) = writtenYear(at: next) else { return nil }
        return DatePhrase(span: .months(1, 12), year: year, rule: .season, tokens: start..<end)
    }

    /// The date, or none such where a time stands with it that no clock shows: `24:61`.
    func withTime(_ date: DatePhrase) -> DatePhrase {
        var next = date.tokens.upperBound
        while [",", "at", "@", "t", "(", "from"].contains(text(next)),
            next < date.tokens.upperBound + 3
        {
            next += 1
        }
        if isTime(at: next), !isPossibleTime(at: next) {
            return noSuchDay(date, date.tokens.lowerBound..<(next + 3))
        }
        // "24:61 UTC on May 5".
        guard ["on", "of", ","].contains(text(date.tokens.lowerBound - 1)) else { return date }
        let start = date.tokens.lowerBound
        guard let time = (max(0, start - 6)..<start).first(where: isTime), !isPossibleTime(at: time)
        else { return date }
        return noSuchDay(date, time..<date.tokens.upperBound)
    }

    private func noSuchDay(_ date: DatePhrase, _ tokens: Range<Int>) -> DatePhrase {
        DatePhrase(
            span: date.span, year: date.year, rule: .noSuchDay, tokens: tokens, former: date.former)
    }

    /// Whether hours and minutes begin at a place.
    private func isTime(at index: Int) -> Bool {
        guard index >= 0, number(index) != nil, text(index + 1) == ":", number(index + 2) != nil
        else { return false }
        return tokens[index + 1].isGlued && tokens[index + 2].isGlued
            && tokens[index + 2].text.utf8.count == 2
    }

    private func isPossibleTime(at index: Int) -> Bool {
        guard let hours = number(index), let minutes = number(index + 2) else { return false }
        let isHalfDay = ["am", "pm", "a", "p"].contains(text(index + 3))
        return minutes < 60
            && (isHalfDay ? (1...12).contains(hours) : hours * 60 + minutes <= 24 * 60)
    }
}
