/// What stands between two dates of a sentence, and right before one.
struct DateTies {
    /// How two dates are bound.
    enum Tie: Hashable {
        /// "May to June": a start and its end.
        case pair
        case dash, slash
        /// "In May and June 2027": one span of time.
        case months
        /// A sign or an "and" alone: "May 5, May 6".
        case list
        case loose
    }

    private let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    func tie(of one: DatePhrase, and other: DatePhrase) -> Tie {
        let between = between(one, other)
        if between == ["-"] { return .dash }
        if between == ["/"] { return .slash }
        if ["and", "or"].contains(between.first), between.count == 1, areMonths(one, other) {
            return .months
        }
        if Self.pairs.contains(between) || (between == ["and"] && isBetween(one)) { return .pair }
        return between.count == 1 && ["and", "or", ",", "&"].contains(between[0]) ? .list : .loose
    }

    /// Whether a month follows on another one, and a year stands behind both alone.
    private func areMonths(_ one: DatePhrase, _ other: DatePhrase) -> Bool {
        one.rule == .month && other.rule == .month && one.year == nil
            && one.span.lastMonth + 1 == other.span.firstMonth && !isBetween(one)
    }

    /// The words between two dates, without those that say nothing: "- Fri,".
    private func between(_ one: DatePhrase, _ other: DatePhrase) -> [String] {
        // The words of a date may begin at a time before it, which the other one has taken.
        let end = max(one.tokens.upperBound, other.tokens.lowerBound)
        let words = tokens[one.tokens.upperBound..<end]
            .filter { !$0.isFormer && $0.text != "the" }.map(\.text)
        guard words.contains(where: Self.weekdays.contains) else { return words }
        return words.filter { $0 != "," && $0 != "." && !Self.weekdays.contains($0) }
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    /// What stands between the two dates of a pair.
    private static let pairs: Set<[String]> = [
        ["to"], ["through"], ["until"], ["till"], ["and", "by"], ["by"], [",", "by"],
        ["and", "through"], ["and", "until"], ["no", "later", "than"],
        ["and", "no", "later", "than"],
        ["but", "no", "later", "than"],
    ]

    private func isBetween(_ date: DatePhrase) -> Bool {
        tokens[..<date.tokens.lowerBound].suffix(2).contains { $0.text == "between" }
    }

    /// The word right before a date, without those that say nothing: "by about".
    func word(before date: DatePhrase) -> (text: String, index: Int)? {
        var index = date.tokens.lowerBound - 1
        while index >= 0, Self.fillers.contains(tokens[index].text) { index -= 1 }
        guard index >= 0 else { return nil }
        return (tokens[index].text, index)
    }

    static let fillers: Set<String> = ["the", "about", "around", "approximately", "roughly"]

    /// Whether a date stands right behind "by" or "no later than".
    func isBehindBy(_ date: DatePhrase) -> Bool {
        guard let last = word(before: date) else { return false }
        return last.text == "by" || isLater(last.index)
    }

    /// Whether "no later than" ends at a place.
    func isLater(_ index: Int) -> Bool {
        index > 1 && tokens[index].text == "than" && tokens[index - 1].text == "later"
            && ["no", "not"].contains(tokens[index - 2].text)
    }

    /// Words without the audience that they begin with, which is of the date before them:
    /// "to Worldwide, and all users".
    func behindNames(_ words: Range<Int>) -> Range<Int> {
        let binders: Set<String> = ["to", "for", "in", "with", "on", "all", "the", "("]
        var start = words.lowerBound
        while start < words.upperBound, binders.contains(tokens[start].text) { start += 1 }
        guard let end = AudienceWords.runEnd(at: start, in: tokens[..<words.upperBound]) else {
            return words
        }
        return end..<words.upperBound
    }
}

extension DatePhrase {
    /// From the first day of this to the last of the one that follows.
    func joined(with other: DatePhrase) -> DatePhrase {
        DatePhrase(
            span: span.joined(with: other.span), year: other.year ?? year, rule: .joined,
            tokens: tokens.lowerBound..<other.tokens.upperBound,
            former: former.isEmpty ? other.former : former)
    }
}
