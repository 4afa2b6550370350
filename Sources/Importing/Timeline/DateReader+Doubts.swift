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
}
