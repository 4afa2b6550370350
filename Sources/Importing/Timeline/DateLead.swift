/// What the words before a date say of it.
struct DateLead {
    /// Nil where they speak of no edge.
    private(set) var edge: TimelineWords.Edge?
    /// Whether they say that something begins, and not only that it comes.
    private(set) var begins = false
    /// Whether they say that one thing begins and completes: "begin and complete in May".
    private(set) var beginsAndEnds = false
    /// Whether something is over at the moment that follows.
    private(set) var isMoment = false
    /// Whether something goes on until then that is no rollout: "stays accessible until".
    var isLimit: Bool { hasLimit && !isOfProcess }

    /// Whether the date is that moment, and not the one at which it begins or completes.
    var isOfMoment: Bool { isMoment && !begins && edge != .end }

    private var hasLimit = false
    private var isOfProcess = false
    private var isBeforeOrAfter = false
    private var isFormer = false

    /// Reads words of a sentence.
    init(_ words: Range<Int>, in tokens: [Token]) {
        for index in words { take(index, from: words.lowerBound, in: tokens) }
    }

    /// Whether the date is one of a phase; "at any time before", without an end that is spoken of,
    /// is advice.
    var isOfAPhase: Bool { !isFormer && (!isBeforeOrAfter || edge == .end) }

    private mutating func take(_ index: Int, from start: Int, in tokens: [Token]) {
        let word = tokens[index].text
        if EndOfLife.isSaid(at: index, in: tokens) {
            edge = nil
            isMoment = true
            return
        }
        isMoment = isMoment || EndOfLife.isOver(at: index, in: tokens)
        isOfProcess = isOfProcess || Self.processes.contains(word)
        takeEdge(index, from: start, in: tokens)
        let last = index > 0 ? tokens[index - 1].text : ""
        // "On or after" a day is that day; "after" one in the middle of a sentence is not.
        let isAfter =
            word == "after" && index > 0 && !isMoment
            && !(last == "or" && index > 1 && tokens[index - 2].text == "on")
        // "Not before" a day is from that day on.
        let isBefore = ["before", "prior"].contains(word) && last != "not"
        isBeforeOrAfter = isBeforeOrAfter || isBefore || isAfter
        isFormer = isFormer || Self.isFormer(word, after: last, at: index, in: tokens)
    }

    private mutating func takeEdge(_ index: Int, from start: Int, in tokens: [Token]) {
        let word = tokens[index].text
        if edge == .end, isRetired(at: index, in: tokens) { edge = nil }
        let isUntil = ["until", "till"].contains(word)
        let isPutOff = isUntil && edge != .end && Self.putsOff(before: index, in: tokens)
        edge = isPutOff ? .start : TimelineWords.edge(after: word, from: edge)
        if word == "day", index > 0, tokens[index - 1].text == "last" { edge = .end }
        // "From version 16" is no start.
        if word == "version", index > 0, tokens[index - 1].text == "from" { edge = nil }
        if TimelineWords.begins(word) || isPutOff { (begins, beginsAndEnds) = (true, false) }
        if PhaseVerbs.isPair(endingAt: index, from: start, in: tokens) { beginsAndEnds = true }
        if TimelineWords.edge(of: word) != nil {
            hasLimit = edge == .end && (isUntil || word == "through")
        }
    }

    private static let processes: Set<String> = [
        "retirement", "rollout", "removal", "deprecation", "migration", "process",
    ]

    /// "Available until it is retired on": the day is that of the retirement.
    private func isRetired(at index: Int, in tokens: [Token]) -> Bool {
        ["retired", "retires", "retirement"].contains(tokens[index].text)
            && tokens[..<index].suffix(4).contains { ["until", "till"].contains($0.text) }
    }

    /// Whether a word says that the date behind it no longer holds: "moved from early May".
    private static func isFormer(
        _ word: String, after last: String, at index: Int, in tokens: [Token]
    ) -> Bool {
        if ["previously", "originally", "formerly"].contains(word) {
            // "As previously announced" says nothing of the date behind it.
            let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
            return !MentionedDate.tellings.contains(next)
        }
        return (word == "from" && moves.contains(last)) || (word == "of" && last == "instead")
            || (word == "than" && last == "rather")
    }

    /// What is said of a date that was taken back.
    private static let moves: Set<String> = [
        "delayed", "moved", "changed", "postponed", "updated", "shifted", "rescheduled", "pushed",
        "revised", "adjusted", "back", "forward", "extended", "slipped", "advanced",
    ]

    private static let objects: Set<String> = [
        "the", "this", "our", "rollout", "release", "change", "start", "it", "feature", "update",
    ]

    /// Whether something is put off before a place: "delayed until", "on hold until".
    private static func putsOff(before index: Int, in tokens: [Token]) -> Bool {
        let near = Array(tokens[..<index].suffix(6).map(\.text).reversed())
        let verb = near.first { !objects.contains($0) }
        // "Not until" a day is from that day on.
        return (near.prefix(2) + [verb ?? ""]).contains {
            PhaseStatus.putsOff.contains($0) || ["pushed", "rescheduled"].contains($0)
        } || near.prefix(4).contains("not")
    }
}
