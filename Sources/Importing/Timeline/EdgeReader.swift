/// Finds the dates of a sentence, and whether each is of a start or of an end.
struct EdgeReader {
    private let tokens: [Token]
    private let ties: DateTies
    /// What a date is of where no word says so.
    private let usual: TimelineWords.Edge

    init(_ tokens: [Token], otherwise usual: TimelineWords.Edge = .start) {
        self.tokens = tokens
        self.usual = usual
        ties = DateTies(tokens)
    }

    /// The dates in their order.
    func edges() -> [(edge: TimelineWords.Edge, date: DatePhrase)] {
        dated().map { ($0.edge, $0.date) }
    }

    /// The dates in their order, with what else is said of each.
    func dated() -> [DatedEdge] {
        let places = places()
        let isOver = EndOfLife.isTold(in: tokens)
        var found: [DatedEdge] = []
        /// Where the words begin that are of no date before.
        var start = 0
        for (place, (index, date)) in places.enumerated() {
            let words = start..<max(start, index)
            let lead = DateLead(words, in: tokens)
            start = max(start, date.tokens.upperBound)
            guard lead.isOfAPhase, !MentionedDate.isOne(date, in: tokens) else { continue }
            let next = place + 1 < places.count ? places[place + 1] : nil
            let clause = TrailingClause(behind: date, before: next?.index, in: tokens)
            let isOpen = lead.edge == nil && !lead.isMoment
            let behind = isOpen ? clause.edge(isAfterStart: found.last?.isSaidStart ?? false) : nil
            if let behind { start = max(start, behind.end) }
            let dated = DatedEdge(
                edge: lead.edge ?? behind?.edge ?? usual, date: date,
                isSaid: lead.edge != nil || behind != nil,
                isMoment: behind == nil && (lead.isOfMoment || (lead.edge == nil && isOver)),
                isLimit: lead.isLimit, isBy: ties.isBehindBy(date),
                endsOpen: endsOpen(date, lead, words, clause, isFirst: found.isEmpty),
                isAdvice: Advice.isOne(date, words, clause, in: tokens))
            add(dated, lead, before: next?.date, to: &found)
        }
        return ofWhatFollows(found)
    }

    /// The dates, and the place at which each was found; its own words may begin before.
    private func places() -> [(index: Int, date: DatePhrase)] {
        let reader = DateReader(tokens)
        var places: [(index: Int, date: DatePhrase)] = []
        var index = 0
        while index < tokens.count {
            guard let date = reader.date(at: index) else {
                index += 1
                continue
            }
            places.append((index, date))
            index = max(index + 1, date.tokens.upperBound)
        }
        return places
    }

    /// Whether it is the day by which all are reached, which ends what began before.
    private func endsOpen(
        _ date: DatePhrase, _ lead: DateLead, _ words: Range<Int>, _ clause: TrailingClause,
        isFirst: Bool
    ) -> Bool {
        guard ties.isBehindBy(date), lead.edge != .end, !lead.begins, !lead.isMoment else {
            return false
        }
        let before = isFirst ? words : ties.behindNames(words)
        if FullReach.isSaid(in: tokens[before]) { return true }
        guard clause.isLeading, let behind = clause.words else { return false }
        return FullReach.isSaid(in: tokens[behind])
    }

    /// Adds a date to those before it, or joins it with the last one.
    private func add(
        _ dated: DatedEdge, _ lead: DateLead, before next: DatePhrase?, to found: inout [DatedEdge]
    ) {
        var dated = dated
        if lead.beginsAndEnds, found.last?.edge != .start {
            let tie = next.map { ties.tie(of: dated.date, and: $0) } ?? .loose
            if tie == .loose {
                found += [dated.with(.start), dated.with(.end)]
                return
            }
            // "Begin and complete between May 5 and May 16".
            if tie == .pair || tie == .dash { dated = dated.with(.start) }
        }
        guard let last = found.last else {
            found.append(dated)
            return
        }
        switch ties.tie(of: last.date, and: dated.date) {
        case .dash where isOneSpan(last, dated.date), .slash where !isInterval(last, dated.date),
            .months:
            found[found.count - 1].date = last.date.joined(with: dated.date)
            return
        case .dash, .slash:
            dated = dated.with(.end)
        case .pair where last.edge == .start:
            dated.edge = .end
            dated.isLimit = false
        default:
            dated.endsOpen = dated.endsOpen && !(last.edge == .start && last.isBy)
            if dated.endsOpen, last.edge == .start { dated.edge = .end }
        }
        found.append(dated)
    }

    /// Whether two dates with a dash between them are one, and not a start and an end.
    private func isOneSpan(_ last: DatedEdge, _ date: DatePhrase) -> Bool {
        last.edge == .end || (last.isSaid && speaksOfEnd(after: date.tokens.upperBound))
    }

    /// Whether two dates with a slash between them are a start and an end: "2025-05-05/2025-05-16".
    private func isInterval(_ last: DatedEdge, _ date: DatePhrase) -> Bool {
        last.date.rule == .day && date.rule == .day && last.edge == .start
            && !isOneSpan(last, date)
    }

    private func speaksOfEnd(after index: Int) -> Bool {
        let rest = Array(tokens[min(index, tokens.count)...].prefix(60))
        return TimelineWords.edges(in: rest).contains(.end)
    }

    /// "June 3, 2025: the rollout completes": what the only date is of stands behind it.
    private func ofWhatFollows(_ found: [DatedEdge]) -> [DatedEdge] {
        guard found.count == 1, let only = found.first, !only.isSaid,
            only.date.tokens.lowerBound == 0, only.date.tokens.upperBound < tokens.count,
            tokens[only.date.tokens.upperBound].isSign(":-"),
            TimelineWords.edges(in: Array(tokens[only.date.tokens.upperBound...])) == [.end]
        else { return found }
        return [only.with(.end)]
    }
}
