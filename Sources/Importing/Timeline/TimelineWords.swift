/// The words that tell what a date is of.
enum TimelineWords {
    enum Edge: Hashable { case start, end }

    private static let starts: Set<String> = [
        "begin", "begins", "began", "begun", "beginning", "start", "starts", "started", "starting",
        "commence", "commences", "commencing", "launch", "launches", "launching", "from", "since",
        "effective", "rolling", "roll", "available", "released", "release",
    ]
    private static let ends: Set<String> = [
        "done", "finalized", "complete", "completed", "completes", "completing", "completion",
        "finish", "finished",
        "finishes", "finishing", "conclude", "concludes", "concluded", "until", "till", "through",
        "throughout", "continue", "continues", "continuing", "end", "ends", "ending", "ended",
        "completely", "fully",
    ]
    /// They begin nothing where an end was spoken of: "complete rolling out by".
    private static let weakStarts: Set<String> = [
        "rolling", "roll", "available", "released", "release",
    ]

    /// The edge that a word speaks of; nil for other words.
    static func edge(of word: String) -> Edge? {
        starts.contains(word) ? .start : ends.contains(word) ? .end : nil
    }

    /// The edge after a word, from the one before it.
    static func edge(after word: String, from edge: Edge?) -> Edge? {
        if edge == .end, weakStarts.contains(word) { return .end }
        return Self.edge(of: word) ?? edge
    }

    /// Whether a word says that something begins, and not only that it comes, or from when on.
    static func begins(_ word: String) -> Bool {
        starts.contains(word) && !weakStarts.contains(word) && word != "from" && word != "since"
    }

    /// Whether a sentence says how long something goes on that was there before: "the old page stays
    /// available until …" is no end of a rollout.
    static func isOfLifetime(_ tokens: [Token]) -> Bool {
        let goesOn: Set<String> = [
            "available", "supported", "accessible", "work", "working", "usable",
        ]
        return tokens.indices.dropFirst().contains { index in
            ["until", "till"].contains(tokens[index].text)
                && goesOn.contains(tokens[index - 1].text)
        }
    }

    /// The edges that words speak of.
    static func edges(in tokens: [Token]) -> Set<Edge> {
        Set(
            tokens.indices.compactMap { index in
                EndOfLife.isSaid(at: index, in: tokens) ? nil : edge(of: tokens[index].text)
            })
    }

    private static let past: Set<String> = ["began", "begun", "started"]

    static func isPast(_ word: String) -> Bool { past.contains(word) }
}
