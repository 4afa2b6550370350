/// A clause behind a date, and whether it says that something begins or completes then.
struct CompletionClause {
    private let tokens: [Token]
    private let words: Range<Int>

    init(_ words: Range<Int>, in tokens: [Token]) {
        self.words = words
        self.tokens = tokens
    }

    /// Whether it says that something begins.
    var begins: Bool { words.contains { PhaseVerbs.edge(at: $0, in: tokens) == .start } }

    /// Whether it says that something completes.
    var completes: Bool { words.contains(where: isCompletion) }

    /// Whether it is of what others do, of a condition, or of what does not happen.
    var isOfOthers: Bool {
        words.contains { index in
            Self.conditions.contains(text(index)) || text(index).hasSuffix("n't")
                || (Self.persons.contains(text(index)) && isAgent(index))
        }
    }

    private static let conditions: Set<String> = [
        "after", "before", "once", "when", "who", "which", "whose", "where", "if", "unless", "not",
        "cannot", "please",
    ]
    private static let persons: Set<String> = [
        "you", "user", "users", "admin", "admins", "administrators", "owners", "customers",
        "tenants", "organizations", "organisations", "people",
    ]
    private static let verbs: Set<String> = [
        "can", "may", "must", "should", "will", "need", "have", "who", "that", "are", "could", "to",
    ]

    /// Whether a person does something, and is none that it is done for: "the rollout to all
    /// customers will be complete".
    private func isAgent(_ index: Int) -> Bool {
        guard Self.verbs.contains(text(index + 1)) else { return false }
        let rest = tokens[words.lowerBound..<index].last {
            !["all", "the", "our", "other", "remaining", "eligible"].contains($0.text)
        }
        return rest.map { !["to", "for", "of", "with", "in", "and", ","].contains($0.text) } ?? true
    }

    private func isCompletion(_ index: Int) -> Bool {
        let word = text(index)
        let isEnd = PhaseVerbs.edge(at: index, in: tokens) == .end
        switch word {
        case "completes", "finishes", "concludes", "ends":
            return isEnd && isOfProcess(before: index)
        case "completion": return words.contains { Self.plans.contains(text($0)) }
        case "fully", "completely":
            return Self.wholes.contains(text(index + 1)) && words.contains { text($0) == "be" }
        case "done": return isToBe(index) && isOfProcess(before: index)
        default: break
        }
        guard isEnd, isOfProcess(before: index) else { return false }
        if isInfinitive(index) || isToBe(index) { return true }
        let last = text(lastPlace(before: index))
        return PhaseVerbs.isState(word) && word != "complete"
            && (["was", "were"].contains(last) || Self.processes.contains(last))
    }

    private static let plans: Set<String> = [
        "expect", "expected", "plan", "planned", "anticipate", "anticipated", "scheduled", "aim",
        "intend", "going", "due", "hope",
    ]
    private static let wholes: Set<String> = ["rolled", "deployed", "released", "available"]
    private static let processes: Set<String> = [
        "rollout", "rollouts", "rolling", "deployment", "release", "migration", "retirement",
        "removal", "transition", "update", "upgrade", "change", "phase", "stage", "wave",
        "process", "we", "we'll", "it", "it'll", "microsoft",
    ]

    /// Whether what completes is the change, and not something that users do with it.
    private func isOfProcess(before index: Int) -> Bool {
        tokens[words.lowerBound..<index].contains { Self.processes.contains($0.text) }
    }

    /// "We will complete", "expect to finish".
    private func isInfinitive(_ index: Int) -> Bool {
        let last = text(lastPlace(before: index))
        if last == "to" { return words.contains { Self.plans.contains(text($0)) } }
        return ["will", "should", "shall", "we'll", "it'll"].contains(last)
    }

    /// "Will be complete", and not "can be done in the settings".
    private func isToBe(_ index: Int) -> Bool {
        let last = lastPlace(before: index)
        return text(last) == "be"
            && !["can", "may", "must", "could"].contains(text(lastPlace(before: last)))
    }

    /// The place of the word before another one, without adverbs.
    private func lastPlace(before index: Int) -> Int {
        var place = index - 1
        while place >= words.lowerBound,
            text(place).hasSuffix("ly") || ["also", "then", "now"].contains(text(place))
        {
            place -= 1
        }
        return place
    }

    /// The word at a place of the clause; empty outside of it.
    private func text(_ index: Int) -> String {
        words.contains(index) ? tokens[index].text : ""
    }
}
