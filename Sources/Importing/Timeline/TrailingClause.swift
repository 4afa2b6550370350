/// The words behind a date that may say what it is of: "by mid-June we expect to complete the
/// rollout", "mid-May (start)".
struct TrailingClause {
    /// Whether the date begins a clause, with a preposition or at the very beginning.
    let isLeading: Bool
    /// The clause that the date begins; nil where it begins none, or where the words are of the
    /// next date.
    let words: Range<Int>?

    private let tokens: [Token]
    private let date: Range<Int>
    /// Where the next date begins; nil for the last one.
    private let next: Int?

    init(behind date: DatePhrase, before next: Int?, in tokens: [Token]) {
        self.tokens = tokens
        self.date = date.tokens
        let end = date.tokens.upperBound
        let place = next.map { max($0, end) }
        self.next = place
        let bounds = ClauseBounds(tokens)
        let isBeginning = bounds.isBeginning(at: date.tokens.lowerBound)
        isLeading = isBeginning
        words = isBeginning ? bounds.clause(from: end, before: place) : nil
    }

    /// The edge that the words speak of, and where they end; nil where they speak of none, or of
    /// both; of an end in brackets only where a date before it was said to be a start.
    func edge(isAfterStart: Bool) -> (edge: TimelineWords.Edge, end: Int)? {
        inBrackets(isAfterStart) ?? behindSign() ?? inClause()
    }

    /// "Mid-May 2025 (start), late May 2025 (end)"; "(complete)" alone tells how far it has come.
    private func inBrackets(_ isAfterStart: Bool) -> (edge: TimelineWords.Edge, end: Int)? {
        let start = date.upperBound
        guard start < tokens.count, tokens[start].isSign("(["),
            let close = tokens[start...].prefix(8).firstIndex(where: { $0.isSign(")]") }),
            close < next ?? tokens.count
        else { return nil }
        let inner = (start + 1)..<close
        let edges = PhaseVerbs.edges(in: inner, of: tokens)
        guard edges.count == 1, let edge = edges.first else { return nil }
        let isState = edge == .end && tokens[inner].contains { PhaseVerbs.isState($0.text) }
        guard !isState || isAfterStart else { return nil }
        return (edge, close + 1)
    }

    /// "May 5: rollout begins, May 30: rollout completes".
    private func behindSign() -> (edge: TimelineWords.Edge, end: Int)? {
        let start = date.upperBound
        guard start < tokens.count, tokens[start].isSign(":-"),
            ClauseBounds(tokens).isBeginning(at: date.lowerBound, isBare: true),
            let end = endBeforeNext, end > start
        else { return nil }
        let edges = PhaseVerbs.edges(in: start..<end, of: tokens)
        guard edges.count == 1, let edge = edges.first else { return nil }
        return (edge, end)
    }

    /// Where the words end that are not of the next date; nil where they go on to it.
    private var endBeforeNext: Int? {
        guard let next else { return tokens.count }
        return ClauseBounds(tokens).cut(before: next)
    }

    /// Words of its own clause: "In late June 2025 the rollout will be completed".
    private func inClause() -> (edge: TimelineWords.Edge, end: Int)? {
        guard let words, let first = words.first, !tokens[first].isSign("(["),
            !EndOfLife.isTold(in: Array(tokens[words]))
        else { return nil }
        let clause = CompletionClause(words, in: tokens)
        guard !clause.isOfOthers, clause.begins != clause.completes else { return nil }
        return (clause.begins ? .start : .end, words.upperBound)
    }
}
