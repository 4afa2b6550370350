/// Dates of a timeline that are of no phase: when something was announced, of which month a version
/// is, from when one may choose.
enum MentionedDate {
    static let tellings: Set<String> = [
        "announced", "communicated", "published", "posted", "shared", "mentioned", "notified",
        "informed", "disclosed", "dated",
    ]
    private static let texts: Set<String> = [
        "announcement", "announcements", "blog", "blogpost", "post", "article", "message",
        "newsletter", "webinar",
    ]
    /// What may stand between a text and its day.
    private static let ties: Set<String> = [
        "(", "[", "from", "of", "on", "in", "published", "posted", "updated", "dated", "the",
    ]

    /// Whether a date says when something was told, and not when it happens.
    static func isOne(_ date: DatePhrase, in tokens: [Token]) -> Bool {
        let before = tokens[..<date.tokens.lowerBound]
        return isOfAText(before) || isOfATelling(before) || isOfAVersion(before, in: tokens)
            || isOfAnOption(before) || isOfAnOption(behind: tokens[date.tokens.upperBound...])
            || isOfAPause(before) || isDenied(before)
    }

    /// "MC123456 (November 2024)", "our blog post of 3 March 2025", "last updated March 3, 2025".
    private static func isOfAText(_ before: ArraySlice<Token>) -> Bool {
        var rest = before
        if rest.last?.text == ",", isNumberOfPost(rest.dropLast()) { return true }
        while let last = rest.last, ties.contains(last.text) { rest = rest.dropLast() }
        guard let last = rest.last else { return false }
        if texts.contains(last.text) { return true }
        let own = before.suffix(3).map(\.text)
        let isOfPage =
            own.contains("last")
            && own.contains {
                ["updated", "modified", "reviewed", "published"].contains($0)
            }
        return isOfPage || isNumberOfPost(rest)
    }

    /// Whether tokens end in a number such as MC123456.
    private static func isNumberOfPost(_ tokens: ArraySlice<Token>) -> Bool {
        guard let last = tokens.last, last.kind == .number, last.isGlued else { return false }
        return tokens.dropLast().last?.text == "mc"
    }

    /// "As announced on 3 March 2025", "first announced at a conference in March 2025".
    private static func isOfATelling(_ before: ArraySlice<Token>) -> Bool {
        guard before.last?.text != "for",
            let place = before.suffix(10).lastIndex(where: { tellings.contains($0.text) })
        else { return false }
        let between = before[(place + 1)...]
        let isInterrupted = between.contains { token in
            token.isSign(",;:-") || verbs.contains(token.text)
                || (TimelineWords.edge(of: token.text) != nil && token.text != "from")
        }
        return !isInterrupted
    }

    private static let verbs: Set<String> = [
        "will", "is", "are", "be", "to", "that", "retire", "retires", "retired", "and", "which",
    ]

    private static let demands: Set<String> = [
        "requires", "require", "required", "requirement", "need", "needs", "needed", "minimum",
        "least", "later", "newer", "higher", "above", "supported", "prerequisite",
    ]

    /// "Version 16.0.1 (December 2024) or later", where no rollout comes with the version.
    private static func isOfAVersion(_ before: ArraySlice<Token>, in tokens: [Token]) -> Bool {
        guard before.last?.text == "(" else { return false }
        let rest = before.reversed().drop {
            $0.kind == .number || $0.isSign(".()") || $0.text == "build"
        }
        guard let word = rest.first, ["version", "versions", "v"].contains(word.text),
            rest.count < before.count - 1
        else { return false }
        if tokens.contains(where: { demands.contains($0.text) }) { return true }
        return !rest.contains { token in
            TimelineWords.edge(of: token.text) == .start && !["from", "since"].contains(token.text)
        }
    }

    /// "From May 2025 you can opt in".
    private static func isOfAnOption(behind: ArraySlice<Token>) -> Bool {
        let near = behind.prefix(10).prefix { !$0.isSign(";:.") && $0.text != "we" }
        guard let place = near.firstIndex(where: { options.contains($0.text) }) else {
            return false
        }
        return near[..<place].contains { permissions.contains($0.text) }
    }

    private static let options: Set<String> = ["opt", "opting"]
    private static let permissions: Set<String> = [
        "can", "may", "could", "able", "option", "allowed",
    ]

    /// "Paused in April 2025" is when it was, and no part of the plan.
    private static func isOfAPause(_ before: ArraySlice<Token>) -> Bool {
        let rest = before.reversed().drop { ["in", "on", "since", "during"].contains($0.text) }
        return rest.first.map { pauses.contains($0.text) } ?? false
    }

    private static let pauses: Set<String> = ["pause", "paused", "suspended", "halted", "stopped"]

    /// "We will not roll out in May 2025 as planned", and not "will not begin until".
    private static func isDenied(_ before: ArraySlice<Token>) -> Bool {
        guard let place = before.suffix(7).lastIndex(where: { $0.text == "not" }) else {
            return false
        }
        let between = before[(place + 1)...].map(\.text)
        return between.contains { ["roll", "rolling", "begin", "start", "happen"].contains($0) }
            && !between.contains {
                ["until", "till", "before", "earlier", "than", "prior", ",", ";"].contains($0)
            }
    }

    /// "You can opt in from May 2025" is a choice, and no phase.
    private static func isOfAnOption(_ before: ArraySlice<Token>) -> Bool {
        guard let place = before.suffix(12).lastIndex(where: { options.contains($0.text) }),
            before[..<place].suffix(6).contains(where: { permissions.contains($0.text) })
        else { return false }
        let others: Set<String> = ["we", "will", "rollout", "microsoft", "begins", "starts"]
        return !before[place...].contains { others.contains($0.text) || $0.isSign(";") }
    }

    /// Whether words say of a line or of a column that it is about the text itself: "Published",
    /// "Last updated on".
    static func isHead(_ tokens: ArraySlice<Token>) -> Bool {
        let words = tokens.filter { $0.kind == .word }.map(\.text)
        let own: Set<String> = [
            "published", "announced", "posted", "created", "modified", "updated", "reviewed",
        ]
        let beside: Set<String> = ["last", "first", "on", "date", "originally", "blog", "post"]
        return words.contains(where: own.contains)
            && words.allSatisfy { own.contains($0) || beside.contains($0) }
    }
}
