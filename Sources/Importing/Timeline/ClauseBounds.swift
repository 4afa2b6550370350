/// Where the clauses of a sentence begin and end, as far as dates show it.
struct ClauseBounds {
    private let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// More words than this no clause has.
    private static let most = 40
    private static let prepositions: Set<String> = [
        "on", "in", "by", "during", "at", "within", "until", "till", "through", "before",
    ]
    private static let joints: Set<String> = [",", "and", "but", "while", "then", "finally"]
    private static let signs: Set<String> = [";", ":", "-", "|"]
    /// What begins a clause behind a comma or "and".
    private static let starters: Set<String> = [
        "the", "this", "these", "those", "we", "we'll", "it", "it'll", "they", "you", "your", "our",
        "all", "everyone", "users", "admins", "customers", "which", "who", "that", "so", "with",
        "will", "is", "are", "expect", "to", "in", "on", "by", "from", "after", "before", "as",
        "once", "when", "where", "while", "if", "until", "please",
    ]

    /// Whether a date at a place begins a clause: "and by mid-June we expect"; `isBare` where it
    /// needs no preposition behind a comma.
    func isBeginning(at place: Int, isBare: Bool = false) -> Bool {
        let index = lead(of: place)
        guard index > 0 else { return true }
        let last = tokens[index - 1].text
        let isParted = Self.joints.contains(last) || Self.signs.contains(last)
        return isParted && (index < place || isBare)
    }

    /// Where the preposition of a date begins, or the date itself.
    private func lead(of place: Int) -> Int {
        var index = place
        while index > 0, DateTies.fillers.contains(tokens[index - 1].text) { index -= 1 }
        guard index > 0 else { return 0 }
        if Self.prepositions.contains(tokens[index - 1].text) { return index - 1 }
        return DateTies(tokens).isLater(index - 1) ? index - 3 : place
    }

    /// Where the words end that stand before a date and are not of it: before its preposition, and
    /// before the comma or the "and" in front of that; nil where there is none.
    func cut(before place: Int) -> Int? {
        let index = lead(of: place)
        guard index > 0 else { return nil }
        // "(start) to late May".
        if tokens[index - 1].isSign(")") { return index }
        var end = index
        while end > 0, isJoint(end - 1) { end -= 1 }
        return end < index ? end : nil
    }

    private func isJoint(_ index: Int) -> Bool {
        Self.joints.contains(tokens[index].text) || tokens[index].isSign(";-|")
    }

    /// The clause that begins behind a date, up to the next clause, or to the end of the sentence;
    /// nil where it goes on to the next date, which it is of.
    func clause(from place: Int, before next: Int?) -> Range<Int>? {
        let start = place < tokens.count && tokens[place].isSign(",") ? place + 1 : place
        let most = min(tokens.count, start + Self.most)
        let limit = min(most, next ?? most)
        var index = start
        while index < limit {
            if let end = AudienceWords.runEnd(at: index, in: tokens[..<limit]) {
                index = end
            } else if tokens[index].isSign(";") || endsClause(at: index, before: next) {
                return start..<index
            } else {
                index += 1
            }
        }
        return next.map { $0 <= most } ?? false ? nil : start..<max(start, limit)
    }

    /// Whether a comma or an "and" stands at a place, and behind it a clause or the next date.
    private func endsClause(at index: Int, before next: Int?) -> Bool {
        guard Self.joints.contains(tokens[index].text) else { return false }
        var place = index
        while place < tokens.count, Self.joints.contains(tokens[place].text) { place += 1 }
        if let next, place >= lead(of: next) { return true }
        return place < tokens.count && Self.starters.contains(tokens[place].text)
    }
}
