/// Whether a text says that there are new dates, or that what was put off goes on.
enum Renewal {
    private static let plans: Set = ["timeline", "timelines", "schedule", "dates"]
    private static let news: Set = [
        "updated", "new", "revised", "adjusted", "changed", "modified", "refreshed", "below",
        "moved",
    ]
    private static let resumptions: Set = ["resumed", "resuming", "restarted", "unpaused"]
    private static let denials = CancellationWords.negations.union([
        "no", "none", "without", "don't", "doesn't", "didn't", "cannot", "can't", "yet",
    ])
    private static let ahead: Set = ["will", "we'll", "once", "when", "until", "to", "after"]

    /// Whether a sentence says so: "we have updated the timeline", "the rollout has resumed"; and not
    /// "we will share a new timeline when we resume".
    static func isSaid(in tokens: [Token]) -> Bool {
        // "Updated May 5, 2025:" only says when the post was edited.
        let isDated = tokens.first { $0.kind == .word }?.text == "updated"
        let colon = isDated ? tokens.firstIndex { $0.isSign(":") } : nil
        let words = tokens[(colon ?? 0)...].filter { $0.kind == .word }.map(\.text)
        return words.indices.contains { index in
            let isResumption = resumptions.contains(words[index])
            guard isResumption || plans.contains(words[index]),
                !words[..<index].suffix(8).contains(where: ahead.contains)
            else { return false }
            let behind = words[(index + 1)...].prefix(5)
            // "We don't have a new timeline", "new dates have not been set".
            guard !(words[..<index].suffix(8) + behind).contains(where: denials.contains) else {
                return false
            }
            return isResumption
                || (!(behind.first.map(ahead.contains) ?? false)
                    && (words[..<index].suffix(5) + behind).contains(where: news.contains))
        }
    }

    /// Whether a sentence that follows one that puts something off says when it comes.
    static func date(in tokens: [Token]) -> Bool {
        let edges = EdgeReader(tokens).edges()
        return !edges.isEmpty
            && tokens.contains { token in
                TimelineWords.edge(of: token.text) != nil
                    || ["now", "new", "resume", "resumes", "expect", "expected"].contains(
                        token.text)
            }
    }
}
