/// What readers are told they can or should do by a day, which is no phase: "please migrate by
/// May 15", "you can download your data until June 30".
enum Advice {
    private static let limits: Set<String> = ["until", "till", "through", "before"]
    private static let persons: Set<String> = [
        "you", "user", "users", "admin", "admins", "administrators", "owners", "customers",
        "organizations", "organisations", "tenants", "people",
    ]
    private static let permissions: Set<String> = ["can", "may", "could"]
    private static let duties: Set<String> = ["must", "should", "need", "needs"]
    private static let adverbs: Set<String> = ["will", "also", "still", "then", "however"]
    /// What happens to readers, and is nothing that they do: "users should see it by".
    private static let perceptions: Set<String> = [
        "see", "expect", "notice", "receive", "get", "have", "experience", "find",
    ]
    private static let requests: Set<String> = [
        "recommend", "recommended", "advise", "encourage", "ensure",
    ]

    /// Whether a date is one by which readers are told to do something, or until which they can; the
    /// words are those between the date before it and this one.
    static func isOne(
        _ date: DatePhrase, _ words: Range<Int>, _ clause: TrailingClause, in tokens: [Token]
    ) -> Bool {
        let ties = DateTies(tokens)
        guard let word = ties.word(before: date) else { return false }
        let isLimit = limits.contains(word.text) || isPrior(word.index, in: tokens)
        guard isLimit || ties.isBehindBy(date) else { return false }
        if isAdvice(tokens[words].suffix(30), isLimit: isLimit) { return true }
        guard clause.isLeading, let behind = clause.words else { return false }
        return isAdvice(tokens[behind], isLimit: isLimit)
    }

    private static func isPrior(_ index: Int, in tokens: [Token]) -> Bool {
        index > 0 && tokens[index].text == "to" && tokens[index - 1].text == "prior"
    }

    private static func isAdvice(_ words: ArraySlice<Token>, isLimit: Bool) -> Bool {
        let texts = words.map(\.text)
        guard !isOfRollout(texts) else { return false }
        return texts.indices.contains { place in
            isRequest(texts, at: place)
                || (persons.contains(texts[place])
                    && isChoice(texts[(place + 1)...], of: texts[place], isLimit: isLimit))
        }
    }

    /// Whether words are of what the publisher does: "before the rollout completes", "we will".
    private static func isOfRollout(_ texts: [String]) -> Bool {
        texts.contains("rollout") || texts.contains("we'll")
            || texts.indices.dropLast().contains { place in
                texts[place] == "we"
                    && ["will", "expect", "begin", "plan", "are"].contains(texts[place + 1])
            }
    }

    /// "Please migrate", "make sure", and not "please note".
    private static func isRequest(_ texts: [String], at place: Int) -> Bool {
        let next = place + 1 < texts.count ? texts[place + 1] : ""
        switch texts[place] {
        case "please":
            return !["note", "see", "be", "refer", "expect", "allow", ","].contains(next)
        case "make", "be": return next == "sure"
        case "is", "are": return next == "recommended" || next == "advised"
        // "As recommended by customers" asks nobody.
        default: return requests.contains(texts[place]) && next != "by"
        }
    }

    /// Whether words behind a person say what they can or should do.
    private static func isChoice(
        _ behind: ArraySlice<String>, of person: String, isLimit: Bool
    ) -> Bool {
        let rest = behind.drop { adverbs.contains($0) }
        guard let modal = rest.first else { return false }
        // "You have until".
        if modal == "have" || modal == "has" { return rest.dropFirst().first == "until" }
        let isDuty = duties.contains(modal)
        guard isDuty || (isLimit && permissions.contains(modal)) else { return false }
        let verb = rest.dropFirst().first { $0 != "to" && !adverbs.contains($0) } ?? ""
        guard !perceptions.contains(verb) else { return false }
        return verb != "be" || (person == "you" && modal != "should")
    }
}

extension Advice {
    /// The phases without days by which readers can or should do something, where others have days;
    /// and the sentences of those.
    static func parted(_ phases: [DraftPhase]) -> (phases: [DraftPhase], advice: [String]) {
        let own = phases.filter { !$0.isAdvice && !$0.edges.isEmpty }
        guard !own.isEmpty else { return (phases, []) }
        // A line of an audience that says nothing else stays.
        let isLeftOut = { (phase: DraftPhase) in
            phase.isAdvice && !(phase.isAudience && !own.contains { $0.label == phase.label })
        }
        return (phases.filter { !isLeftOut($0) }, phases.filter(isLeftOut).map(\.source))
    }
}
