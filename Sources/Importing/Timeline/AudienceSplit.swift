/// Cuts a sentence that names several audiences, each with dates of its own: "Worldwide in early May
/// and GCC in June", "in May for Worldwide and June for GCC".
struct AudienceSplit {
    /// A run of names, or a date, in the order of the sentence.
    private enum Item {
        case name(Range<Int>)
        case date(Range<Int>, TimelineWords.Edge)

        var range: Range<Int> {
            switch self {
            case .name(let range), .date(let range, _): range
            }
        }
    }

    /// What belongs together: a name with its dates.
    private struct Group {
        /// Nil for the label of the sentence.
        var name: Range<Int>?
        var places: [Range<Int>]
        var edges: [TimelineWords.Edge]
    }

    private let sentence: Sentence
    private let tokens: [Token]
    private let text: String

    /// The parts of a sentence of a text; the sentence itself where there is nothing to cut.
    static func parts(of sentence: Sentence, in text: String) -> [Sentence] {
        let split = AudienceSplit(sentence: sentence, tokens: sentence.tokens, text: text)
        var names = split.names()
        guard !names.isEmpty else { return [sentence] }
        let dates = EdgeReader(split.tokens).edges()
        guard dates.count > 1 else { return [sentence] }
        if let first = split.platforms(before: dates[0].date.tokens.lowerBound, names) {
            names.insert(first, at: 0)
        }
        let items =
            names.filter { name in !dates.contains { $0.date.tokens.overlaps(name) } }.map(
                Item.name)
            + dates.map { Item.date($0.date.tokens, $0.edge) }
        return split.parts(items.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }

    /// The runs of audiences, else those of platforms.
    private func names() -> [Range<Int>] {
        let audiences = runs { AudienceWords.runEnd(at: $0, in: tokens[...]) }
        guard audiences.isEmpty, !sentence.isAudience else { return audiences }
        return runs { PlatformWords.runEnd(at: $0, in: tokens[...]) }
    }

    /// The platforms that the first date is of, where others are named further on: "for Windows in May
    /// and for Worldwide in June".
    private func platforms(before date: Int, _ names: [Range<Int>]) -> Range<Int>? {
        guard !hasLabel, names.allSatisfy({ $0.lowerBound > date }) else { return nil }
        return runs { PlatformWords.runEnd(at: $0, in: tokens[...]) }.last { run in
            run.upperBound <= date
                && (run.lowerBound == 0
                    || ["for", "on", "to"].contains(tokens[run.lowerBound - 1].text))
                && tokens[run.upperBound..<date].allSatisfy {
                    ["in", "by", "from", "on", "starting", "beginning"].contains($0.text)
                }
        }
    }

    private func runs(_ end: (Int) -> Int?) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < tokens.count {
            guard let next = end(index) else {
                index += 1
                continue
            }
            runs.append(index..<next)
            index = next
        }
        return runs
    }

    private func parts(_ items: [Item]) -> [Sentence] {
        let lead = items.prefix { item in
            if case .name = item { return true }
            return false
        }
        let rest = Array(items.dropFirst(lead.count))
        let isBehind = areNamesBehind(rest)
        let groups =
            isBehind ? dateFirst(rest) : isNameFirst(items) ? nameFirst(items) : dateFirst(items)
        guard groups.count > 1 else { return [sentence] }
        let labels = isBehind ? labels(of: groups, after: lead) : labels(of: groups)
        guard Set(labels).count == labels.count else { return [sentence] }
        // All dates of the first are of an end, and so is what follows without a word.
        let isEnd = groups[0].edges.allSatisfy { $0 == .end }
        var start = 0
        return groups.indices.map { place in
            let end =
                place + 1 < groups.count ? boundary(groups[place], groups[place + 1]) : tokens.count
            defer { start = end }
            return Sentence(
                label: labels[place], isAudience: true, tokens: trimmed(tokens[start..<end]),
                edge: place > 0 && isEnd ? .end : .start)
        }
    }

    /// Whether each date has its own name right behind it, whatever is named before them: "to
    /// Worldwide in May for Targeted Release and in June for Standard Release".
    private func areNamesBehind(_ items: [Item]) -> Bool {
        guard items.count >= 4, items.count.isMultiple(of: 2) else { return false }
        return stride(from: 0, to: items.count, by: 2).allSatisfy { place in
            guard case .date(let date, _) = items[place], case .name(let name) = items[place + 1]
            else { return false }
            return isRightBehind(date, name)
        }
    }

    /// The names of groups with what is named before all of them.
    private func labels(of groups: [Group], after lead: ArraySlice<Item>) -> [String] {
        let above = [
            sentence.label,
            lead.map { PhaseCollector.words(tokens[$0.range], of: text) }.joined(separator: ", "),
        ].filter { !$0.isEmpty }
        return groups.map { group in
            let own = group.name.map { PhaseCollector.words(tokens[$0], of: text) } ?? ""
            return (above + [own]).joined(separator: " - ")
        }
    }

    private func isNameFirst(_ items: [Item]) -> Bool {
        guard !hasLabel, case .date = items.first else { return true }
        return false
    }

    /// Whether the label says of whom the sentence is.
    private var hasLabel: Bool {
        sentence.isAudience
            || PlatformWords.areAll(Token.tokens(of: sentence.label)[...])
    }

    /// "Worldwide in May, GCC in June": a date is of the name before it, but where that has one
    /// already and another name stands right behind the date.
    private func nameFirst(_ items: [Item]) -> [Group] {
        var groups: [Group] = []
        if hasLabel { groups.append(Group(places: [], edges: [])) }
        var isNew = false
        var skipped = false
        for (place, item) in items.enumerated() {
            switch item {
            case .name(let range):
                if skipped {
                    skipped = false
                    continue
                }
                if let last = groups.last, last.edges.isEmpty {
                    // "General Availability for Worldwide": one name in two pieces.
                    let name = (last.name?.lowerBound ?? range.lowerBound)..<range.upperBound
                    groups[groups.count - 1].name = name
                    groups[groups.count - 1].places.append(range)
                } else {
                    isNew = true
                    groups.append(Group(name: range, places: [range], edges: []))
                }
            case .date(let range, let edge):
                if isNew, edge == .end, isOpen(groups.dropLast().last),
                    endsAgain(behind: groups.last?.places.last, before: range)
                {
                    // "Begin in May to Targeted Release and complete by June" has one audience.
                    let name = groups.removeLast()
                    groups[groups.count - 1].places += name.places
                } else if !isNew, groups.last?.edges.isEmpty == false, edge == .start,
                    place + 1 < items.count, case .name(let next) = items[place + 1],
                    isRightBehind(range, next)
                {
                    groups.append(Group(name: next, places: [range, next], edges: [edge]))
                    skipped = true
                    continue
                }
                isNew = false
                groups[groups.count - 1].places.append(range)
                groups[groups.count - 1].edges.append(edge)
            }
        }
        // A name behind all dates is of none of them.
        if groups.count > 1, groups.last?.edges.isEmpty ?? false { groups.removeLast() }
        return groups
    }

    /// "In May for Worldwide, June for GCC": dates are of the name behind them.
    private func dateFirst(_ items: [Item]) -> [Group] {
        var groups: [Group] = []
        var places: [Range<Int>] = []
        var edges: [TimelineWords.Edge] = []
        for (place, item) in items.enumerated() {
            switch item {
            case .name(let range):
                if edges.isEmpty, !groups.isEmpty, leadsTheLast(place, of: items) {
                    // "In May with GCC, and DoD starts in July".
                    groups.append(Group(name: range, places: [range], edges: []))
                } else if edges.isEmpty, let last = groups.indices.last {
                    groups[last].name = (groups[last].name ?? range).lowerBound..<range.upperBound
                    groups[last].places.append(range)
                } else {
                    groups.append(Group(name: range, places: places + [range], edges: edges))
                    (places, edges) = ([], [])
                }
            case .date(let range, let edge):
                let isLed = groups.last?.edges.isEmpty ?? false
                if isLed || (edge == .end && edges.isEmpty && isOpen(groups.last)) {
                    groups[groups.count - 1].places.append(range)
                    groups[groups.count - 1].edges.append(edge)
                } else {
                    places.append(range)
                    edges.append(edge)
                }
            }
        }
        guard let last = groups.indices.last else { return [] }
        groups[last].places += places
        groups[last].edges += edges
        return groups
    }

    /// Whether a name is followed by a date, and no name by that.
    private func leadsTheLast(_ place: Int, of items: [Item]) -> Bool {
        let rest = items[(place + 1)...]
        guard !rest.isEmpty else { return false }
        return rest.allSatisfy { item in
            if case .date = item { return true }
            return false
        }
    }

    private func isOpen(_ group: Group?) -> Bool { group.map { $0.edges == [.start] } ?? false }

    /// Whether an end is spoken of between a name and a date.
    private func endsAgain(behind name: Range<Int>?, before date: Range<Int>) -> Bool {
        let words = tokens[(name?.upperBound ?? 0)..<date.lowerBound]
        return TimelineWords.edges(in: Array(words)).contains(.end)
    }

    private func isRightBehind(_ date: Range<Int>, _ name: Range<Int>) -> Bool {
        tokens[date.upperBound..<name.lowerBound].allSatisfy {
            ["for", "to", "in", "(", "all", "the"].contains($0.text)
        }
    }

    /// Where the words of a group end, before the first one that leads over to the next.
    private func boundary(_ group: Group, _ next: Group) -> Int {
        let start = group.places.map(\.upperBound).max() ?? 0
        let end = max(start, next.places.map(\.lowerBound).min() ?? start)
        let leads: Set<String> = [
            ",", "and", "while", "then", "followed", "expanding", "whereas", "but",
        ]
        return (start..<end).first { leads.contains(tokens[$0].text) } ?? end
    }

    private func trimmed(_ tokens: ArraySlice<Token>) -> [Token] {
        let loose: Set<String> = [",", "and", "but", "while", "then"]
        let rest = tokens.drop { loose.contains($0.text) }
        return Array(rest.reversed().drop { loose.contains($0.text) }.reversed())
    }

    /// The names of the groups; a ring that the first one names holds for clouds that follow.
    private func labels(of groups: [Group]) -> [String] {
        var ring = ""
        return groups.map { group in
            let own = group.name.map { PhaseCollector.words(tokens[$0], of: text) } ?? ""
            let isLabelled = hasLabel && group.places.first == groups[0].places.first
            var label = isLabelled ? sentence.label : ""
            if !own.isEmpty { label += label.isEmpty ? own : " - \(own)" }
            let audiences = Audience.named(in: label)
            if audiences.contains(where: { !$0.isCloud }) {
                ring = audiences.first { !$0.isCloud }?.rawValue ?? ""
                if !audiences.contains(where: \.isCloud) {
                    // "Targeted Release in May, followed by Worldwide" are two that part.
                    if !audiences.contains(.generalAvailability) { ring = "" }
                    return label
                }
            } else if !ring.isEmpty, !audiences.isEmpty {
                return "\(ring) - \(label)"
            }
            return label
        }
    }
}
