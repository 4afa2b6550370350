/// Finds the dates of a sentence, and whether each is of a start or of an end.
struct EdgeReader {
    private let tokens: [Token]
    private let reader: DateReader
    /// What a date is of where no word says so.
    private let usual: TimelineWords.Edge

    init(_ tokens: [Token], otherwise usual: TimelineWords.Edge = .start) {
        self.tokens = tokens
        self.usual = usual
        reader = DateReader(tokens)
    }

    /// The dates in their order.
    func edges() -> [(edge: TimelineWords.Edge, date: DatePhrase)] {
        var found: [(edge: TimelineWords.Edge, date: DatePhrase, isSaid: Bool)] = []
        /// The edge that the words since the last date speak of.
        var edge: TimelineWords.Edge?
        var isBeforeOrAfter = false
        var isFormer = false
        /// Whether something is over at the moment that follows.
        var isMoment = false
        var index = 0
        while index < tokens.count {
            guard let date = reader.date(at: index) else {
                let word = tokens[index].text
                if EndOfLife.isSaid(at: index, in: tokens) {
                    edge = nil
                    isMoment = true
                    index += 1
                    continue
                }
                isMoment = isMoment || EndOfLife.isOver(at: index, in: tokens)
                if edge == .end, isRetired(at: index) { edge = nil }
                let isPutOff = ["until", "till"].contains(word) && putsOff(before: index)
                edge =
                    isPutOff && edge != .end
                    ? .start : TimelineWords.edge(after: word, from: edge)
                if word == "day", index > 0, tokens[index - 1].text == "last" { edge = .end }
                // "From version 16" is no start.
                if word == "version", index > 0, tokens[index - 1].text == "from" { edge = nil }
                let last = index > 0 ? tokens[index - 1].text : ""
                // "On or after" a day is that day; "after" one in the middle of a sentence is not.
                let isAfter =
                    word == "after" && index > 0 && !isMoment
                    && !(last == "or" && isOn(index - 2))
                // "Not before" a day is from that day on.
                let isBefore = ["before", "prior"].contains(word) && last != "not"
                if isBefore || isAfter { isBeforeOrAfter = true }
                if ["previously", "originally", "formerly"].contains(word)
                    && !isTold(at: index + 1)
                    || word == "from" && Self.moves.contains(last)
                    || word == "of" && last == "instead" || word == "than" && last == "rather"
                {
                    isFormer = true
                }
                index += 1
                continue
            }
            defer {
                edge = nil
                isBeforeOrAfter = false
                isFormer = false
                isMoment = false
                index = date.tokens.upperBound
            }
            // "at any time before", without an end that is spoken of, is advice.
            if isFormer || (isBeforeOrAfter && edge != .end) { continue }
            if MentionedDate.isOne(date, in: tokens) { continue }
            guard let last = found.last else {
                found.append((edge ?? usual, date, edge != nil))
                continue
            }
            let between = between(last.date, date)
            if between == ["-"] || between == ["/"] {
                let isInterval = last.date.rule == .day && date.rule == .day && last.edge == .start
                if (between == ["/"] && !isInterval) || last.edge == .end
                    || (last.isSaid && speaksOfEnd(after: date.tokens.upperBound))
                {
                    found[found.count - 1].date = last.date.joined(with: date)
                } else {
                    found.append((.end, date, true))
                }
                continue
            }
            // "In May and June 2027" is one span of time.
            if ["and", "or"].contains(between.first), between.count == 1,
                last.date.rule == .month, date.rule == .month, last.date.year == nil,
                last.date.span.lastMonth + 1 == date.span.firstMonth, !isBetween(last.date)
            {
                found[found.count - 1].date = last.date.joined(with: date)
                continue
            }
            let isPair =
                last.edge == .start
                && (Self.ties.contains(between) || (between == ["and"] && isBetween(last.date)))
            found.append((isPair ? .end : edge ?? usual, date, edge != nil))
        }
        // "June 3, 2025: the rollout completes": what a date is of stands behind it.
        if found.count == 1, let only = found.first, !only.isSaid, only.date.tokens.lowerBound == 0,
            only.date.tokens.upperBound < tokens.count,
            tokens[only.date.tokens.upperBound].isSign(":-"),
            TimelineWords.edges(in: Array(tokens[only.date.tokens.upperBound...])) == [.end]
        {
            return [(.end, only.date)]
        }
        return found.map { ($0.edge, $0.date) }
    }

    /// The words between two dates, without those that say nothing: "- Fri,".
    private func between(_ one: DatePhrase, _ other: DatePhrase) -> [String] {
        let words = tokens[one.tokens.upperBound..<other.tokens.lowerBound]
            .filter { !$0.isFormer && $0.text != "the" }.map(\.text)
        guard words.contains(where: Self.weekdays.contains) else { return words }
        return words.filter { $0 != "," && $0 != "." && !Self.weekdays.contains($0) }
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    /// "As previously announced" says nothing of the date behind it.
    private func isTold(at index: Int) -> Bool {
        index < tokens.count && MentionedDate.tellings.contains(tokens[index].text)
    }

    /// "Available until it is retired on": the day is that of the retirement.
    private func isRetired(at index: Int) -> Bool {
        ["retired", "retires", "retirement"].contains(tokens[index].text)
            && tokens[..<index].suffix(4).contains { ["until", "till"].contains($0.text) }
    }

    private func isOn(_ index: Int) -> Bool { index >= 0 && tokens[index].text == "on" }

    /// What stands between the two dates of a pair.
    private static let ties: [[String]] = [
        ["to"], ["through"], ["until"], ["till"], ["and", "by"], ["by"], [",", "by"],
        ["and", "through"], ["and", "until"], ["no", "later", "than"],
        ["and", "no", "later", "than"],
        ["but", "no", "later", "than"],
    ]
    /// What is said of a date that was taken back: "moved from early May".
    private static let moves: Set<String> = [
        "delayed", "moved", "changed", "postponed", "updated", "shifted", "rescheduled", "pushed",
        "revised", "adjusted", "back", "forward", "extended", "slipped", "advanced",
    ]

    private static let objects: Set<String> = [
        "the", "this", "our", "rollout", "release", "change", "start", "it", "feature", "update",
    ]

    /// Whether something is put off before a place: "delayed until", "on hold until".
    private func putsOff(before index: Int) -> Bool {
        let near = Array(tokens[..<index].suffix(6).map(\.text).reversed())
        let verb = near.first { !Self.objects.contains($0) }
        // "Not until" a day is from that day on.
        return (near.prefix(2) + [verb ?? ""]).contains {
            PhaseStatus.putsOff.contains($0) || ["pushed", "rescheduled"].contains($0)
        } || near.prefix(4).contains("not")
    }

    private func isBetween(_ date: DatePhrase) -> Bool {
        tokens[..<date.tokens.lowerBound].suffix(2).contains { $0.text == "between" }
    }

    private func speaksOfEnd(after index: Int) -> Bool {
        let rest = Array(tokens[min(index, tokens.count)...].prefix(60))
        return TimelineWords.edges(in: rest).contains(.end)
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
