/// Verbs and nouns of beginning and of completing, which say so wherever they stand in a clause.
enum PhaseVerbs {
    /// The verbs by their form, which agrees where one thing begins and completes.
    private static let forms: [(begins: Set<String>, completes: Set<String>)] = [
        (["begin", "start", "commence", "launch"], ["complete", "finish", "end", "conclude"]),
        (
            ["begins", "starts", "commences", "launches"],
            ["completes", "finishes", "ends", "concludes"]
        ),
        (
            ["beginning", "starting", "commencing", "launching"],
            ["completing", "finishing", "ending", "concluding"]
        ),
        (["began", "started"], ["completed", "finished", "ended", "concluded"]),
    ]

    private static let beginnings = forms.reduce(into: Set<String>()) { $0.formUnion($1.begins) }
    private static let completions = forms.reduce(into: Set(["completion", "finalized"])) {
        $0.formUnion($1.completes)
    }
    /// They tell how things are as well: "(complete)".
    private static let states: Set<String> = [
        "complete", "completed", "finished", "ended", "concluded", "finalized",
    ]

    /// Whether a word is the second of "begin and complete", "starting and finishing".
    static func isPair(endingAt index: Int, from start: Int, in tokens: [Token]) -> Bool {
        guard completions.contains(tokens[index].text) else { return false }
        var place = index - 1
        if place > start, tokens[place].text == "to" { place -= 1 }
        guard place > start, ["and", "&"].contains(tokens[place].text) else { return false }
        place -= tokens[place - 1].isSign(",") ? 2 : 1
        guard place >= start else { return false }
        return forms.contains {
            $0.begins.contains(tokens[place].text) && $0.completes.contains(tokens[index].text)
        }
    }

    /// The edge that a word speaks of; nil for other words, and for what ends at a moment.
    static func edge(at index: Int, in tokens: [Token]) -> TimelineWords.Edge? {
        let word = tokens[index].text
        if beginnings.contains(word) { return .start }
        guard completions.contains(word), !isOfUsers(index, in: tokens),
            !EndOfLife.isSaid(at: index, in: tokens)
        else { return nil }
        return .end
    }

    /// The edges that some of the words speak of.
    static func edges(in range: Range<Int>, of tokens: [Token]) -> Set<TimelineWords.Edge> {
        Set(range.compactMap { edge(at: $0, in: tokens) })
    }

    /// Whether a word speaks of an end that is to come, and not only of a state.
    static func isEvent(_ word: String) -> Bool {
        completions.contains(word) && (word == "complete" || !states.contains(word))
    }

    /// Whether it is a word that tells a state as well.
    static func isState(_ word: String) -> Bool { states.contains(word) }

    /// "End users", "end-to-end".
    private static func isOfUsers(_ index: Int, in tokens: [Token]) -> Bool {
        guard tokens[index].text == "end" else { return false }
        let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
        let isTied = index > 0 && tokens[index - 1].text == "-" && tokens[index].isGlued
        return ["user", "users", "point", "points"].contains(next) || isTied
            || (next == "-" && tokens[index + 1].isGlued)
    }
}
