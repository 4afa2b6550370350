/// Cuts a sentence that names several audiences, each with dates of its own: "Worldwide in early May
/// and GCC in June", "in May for Worldwide and June for GCC".
struct AudienceSplit {
    private typealias Item = AudienceItem
    private typealias Group = AudienceGroup

    private let sentence: Sentence
    private let tokens: [Token]
    private let text: String

    /// The parts of a sentence of a text; the sentence itself where there is nothing to cut.
    static func parts(of sentence: Sentence, in text: String) -> [Sentence] {
        let split = AudienceSplit(sentence: sentence, tokens: sentence.tokens, text: text)
        var names = split.names()
        guard !names.isEmpty else { return [sentence] }
        let dates = EdgeReader(split.tokens).edges()
        guard Set(dates.map(\.date.tokens)).count > 1 else { return [sentence] }
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
        let lead = items.prefix(while: \.isName)
        let rest = Array(items.dropFirst(lead.count))
        let grouping = AudienceGrouping(tokens)
        let isBehind = grouping.areNamesBehind(rest)
        let turned = lead.isEmpty && !isBehind ? grouping.turned(rest) : nil
        let groups: [Group]
        if let turned {
            groups = turned
        } else if isBehind {
            groups = grouping.dateFirst(rest)
        } else if isNameFirst(items) {
            groups = grouping.nameFirst(items, isLabelled: hasLabel)
        } else {
            groups = grouping.dateFirst(items)
            if groups.count > 1, grouping.isDoubtful(groups, of: items) { return [ofAll(items)] }
        }
        guard groups.count > 1 else { return [sentence] }
        let isBelow = isBehind || (turned != nil && hasLabel)
        let labels = isBelow ? labels(of: groups, after: lead) : labels(of: groups)
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

    /// The sentence as one of all that it names, where nobody can tell whose its dates are.
    private func ofAll(_ items: [Item]) -> Sentence {
        let names = items.filter(\.isName).map { words($0.range) }
        let label = [sentence.label, names.joined(separator: ", ")].filter { !$0.isEmpty }
        return Sentence(label: label.joined(separator: " - "), isAudience: true, tokens: tokens)
    }

    private func words(_ range: Range<Int>) -> String {
        PhaseCollector.words(tokens[range], of: text)
    }

    /// The names of groups with what is named before all of them.
    private func labels(of groups: [Group], after lead: ArraySlice<Item>) -> [String] {
        let above = [
            sentence.label,
            lead.map { words($0.range) }.joined(separator: ", "),
        ].filter { !$0.isEmpty }
        return groups.map { group in
            let own = group.name.map(words) ?? ""
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
            let own = group.name.map(words) ?? ""
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
