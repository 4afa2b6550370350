/// A run of names, or a date, in the order of a sentence.
enum AudienceItem {
    case name(Range<Int>)
    case date(Range<Int>, TimelineWords.Edge)

    var range: Range<Int> {
        switch self {
        case .name(let range), .date(let range, _): range
        }
    }

    var isName: Bool {
        if case .name = self { return true }
        return false
    }
}

/// What belongs together in a sentence: a name with its dates.
struct AudienceGroup {
    /// Nil for the label of the sentence.
    var name: Range<Int>?
    var places: [Range<Int>]
    var edges: [TimelineWords.Edge]
}

/// Puts the names of a sentence together with the dates that are of them.
struct AudienceGrouping {
    typealias Item = AudienceItem
    typealias Group = AudienceGroup

    let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// Whether each date has its own name right behind it, whatever is named before them: "to
    /// Worldwide in May for Targeted Release and in June for Standard Release".
    func areNamesBehind(_ items: [Item]) -> Bool {
        guard items.count >= 4, items.count.isMultiple(of: 2) else { return false }
        return stride(from: 0, to: items.count, by: 2).allSatisfy { place in
            guard case .date(let date, _) = items[place], case .name(let name) = items[place + 1]
            else { return false }
            return isRightBehind(date, name)
        }
    }

    /// "Worldwide in May, GCC in June": a date is of the name before it, but where that has one
    /// already and another name stands right behind the date.
    func nameFirst(_ items: [Item], isLabelled: Bool) -> [Group] {
        var groups: [Group] = []
        if isLabelled { groups.append(Group(places: [], edges: [])) }
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
    func dateFirst(_ items: [Item]) -> [Group] {
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
    func endsAgain(behind name: Range<Int>?, before date: Range<Int>) -> Bool {
        let words = tokens[(name?.upperBound ?? 0)..<date.lowerBound]
        return TimelineWords.edges(in: Array(words)).contains(.end)
    }

    private func isRightBehind(_ date: Range<Int>, _ name: Range<Int>) -> Bool {
        tokens[date.upperBound..<name.lowerBound].allSatisfy {
            ["for", "to", "in", "(", "all", "the"].contains($0.text)
        }
    }
}
