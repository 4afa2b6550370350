extension DateReader {
    private static let zones: Set<String> = [
        "pt", "pst", "pdt", "et", "est", "edt", "utc", "gmt",
    ]
    /// What else is a zone behind hours and minutes, and a word of its own elsewhere.
    private static let otherZones: Set<String> = ["ct", "mt", "cet", "cest", "bst", "z"]

    /// The date with a time of day that stands with it, or none such where no clock shows that: `24:61`.
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
        let start = date.tokens.lowerBound
        if ["on", "of", ","].contains(text(start - 1)),
            let time = (max(0, start - 6)..<start).first(where: isTime), !isPossibleTime(at: time)
        {
            return noSuchDay(date, time..<date.tokens.upperBound)
        }
        var date = date
        if date.rule == .day { date.tokens = start..<timeEnd(behind: date.tokens.upperBound) }
        return date
    }

    /// `9:00 AM PT on May 12, 2025`, with the time before it.
    func dateBehindTime(at start: Int) -> DatePhrase? {
        guard let end = timeEnd(at: start), text(end) == "on" else { return nil }
        let next = text(end + 1) == "the" ? end + 2 : end + 1
        guard var date = simpleDate(at: next), date.rule == .day else { return nil }
        date.tokens = start..<date.tokens.upperBound
        return date
    }

    private func noSuchDay(_ date: DatePhrase, _ tokens: Range<Int>) -> DatePhrase {
        DatePhrase(
            span: date.span, year: date.year, rule: .noSuchDay, tokens: tokens, former: date.former)
    }

    /// Behind the time that stands behind a date, `, at 9:00 AM PT` or `(17:00 UTC)`; the end of the
    /// date where none does.
    private func timeEnd(behind end: Int) -> Int {
        var next = text(end) == "," ? end + 1 : end
        let isInBrackets = text(next) == "("
        if isInBrackets || ["at", "@", "t"].contains(text(next)) { next += 1 }
        guard let last = timeEnd(at: next) else { return end }
        guard isInBrackets else { return last }
        return text(last) == ")" ? last + 1 : end
    }

    /// Behind a time of day with its zone, `9:00 AM PT`, `5 p.m.`, `0900 PT`; nil where none begins.
    private func timeEnd(at index: Int) -> Int? {
        guard var end = hoursEnd(at: index) else { return nil }
        end = halfDayEnd(end) ?? end
        return Self.zones.contains(text(end)) || Self.otherZones.contains(text(end)) ? end + 1 : end
    }

    /// Behind the numbers of a time of day.
    private func hoursEnd(at index: Int) -> Int? {
        guard let hour = number(index) else { return nil }
        if isTime(at: index) {
            guard isPossibleTime(at: index) else { return nil }
            let hasSeconds =
                text(index + 3) == ":" && number(index + 4) != nil && tokens[index + 4].isGlued
            return hasSeconds ? index + 5 : index + 3
        }
        let isHour = (1...12).contains(hour) && halfDayEnd(index + 1) != nil
        return isHour || isTimeOfZone(at: index) ? index + 1 : nil
    }

    /// The place behind AM or PM, however it is written.
    private func halfDayEnd(_ index: Int) -> Int? {
        if ["am", "pm"].contains(text(index)) { return index + 1 }
        guard ["a", "p"].contains(text(index)), text(index + 1) == ".", text(index + 2) == "m"
        else { return nil }
        return text(index + 3) == "." ? index + 4 : index + 3
    }

    /// Whether hours and minutes begin at a place.
    func isTime(at index: Int) -> Bool {
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

    /// Whether hours and minutes stand before a zone without a sign between them: `0900 PT`.
    func isTimeOfZone(at index: Int) -> Bool {
        guard let number = number(index), tokens[index].text.utf8.count == 4 else { return false }
        return number / 100 < 24 && number % 100 < 60 && Self.zones.contains(text(index + 1))
    }
}
