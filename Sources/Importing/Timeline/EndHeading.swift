/// A line that says of the dates in the list below it that they are ends: "Complete rollout:".
enum EndHeading {
    /// Longer lines are sentences.
    private static let most = 14

    static func isOne(_ sentence: Sentence) -> Bool {
        let words = words(of: sentence)
        guard words.count > 1, words.count <= most, !words.contains(where: { $0.isSign("(") }),
            !words.contains(where: { TimelineWords.begins($0.text) }),
            !DateReader(words).hasDate(in: words.indices)
        else { return false }
        guard !words.contains(where: { others.contains($0.text) }) else { return false }
        return words.indices.contains { index in
            PhaseVerbs.isEvent(words[index].text) && PhaseVerbs.edge(at: index, in: words) == .end
                && !isPartOfName(index, in: words)
        }
    }

    /// Words of a line about something else: what readers do, or when it is.
    private static let others: Set<String> = [
        "you", "your", "users", "admins", "if", "when", "before", "after", "once", "not",
    ]
    private static let beside: Set<String> = [
        "the", "a", "an", "our", "this", "front", "back", "high", "low", "year", "month", "week",
    ]
    private static let lists: Set<String> = [
        "schedule", "timeline", "list", "plan", "overview", "details", "guide",
    ]

    /// "The complete schedule", "front end".
    private static func isPartOfName(_ index: Int, in words: [Token]) -> Bool {
        let last = index > 0 ? words[index - 1].text : ""
        let next = index + 1 < words.count ? words[index + 1].text : ""
        return beside.contains(last) || lists.contains(next)
    }

    /// The words before the colon; none where it is no line of its own, or names an audience.
    private static func words(of sentence: Sentence) -> [Token] {
        guard sentence.label.isEmpty else {
            let isAlone = sentence.tokens.allSatisfy { $0.kind == .sign }
            return isAlone && !sentence.isAudience ? Token.tokens(of: sentence.label) : []
        }
        guard let last = sentence.tokens.last, last.isSign(":") else { return [] }
        return Array(sentence.tokens.dropLast())
    }
}
