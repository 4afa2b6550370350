/// Sentences in which the first date stands before its name, and the others behind theirs: "in May
/// for Worldwide, followed by GCC in June and DoD in July".
extension AudienceGrouping {
    /// The groups of such a sentence; nil for others.
    func turned(_ items: [Item]) -> [Group]? {
        guard items.count >= 4, case .date(let date, _) = items[0],
            case .name(let name) = items[1], isAtHand(date, name),
            let turn = (2..<items.count).first(where: { isTurn(at: $0, in: items) })
        else { return nil }
        return dateFirst(Array(items[..<turn]))
            + nameFirst(Array(items[turn...]), isLabelled: false)
    }

    /// Whether dates that were put to the last name may be of others, as names stand side by side
    /// and dates are left over.
    func isDoubtful(_ groups: [Group], of items: [Item]) -> Bool {
        let starts = groups.last?.edges.filter { $0 == .start }.count ?? 0
        return starts > 1
            && items.indices.dropLast().contains { items[$0].isName && items[$0 + 1].isName }
    }

    private func isAtHand(_ date: Range<Int>, _ name: Range<Int>) -> Bool {
        tokens[date.upperBound..<name.lowerBound].allSatisfy {
            ["for", "to", "in", "on", "with", "(", "all", "the", "our"].contains($0.text)
        }
    }

    /// Whether from a place on each name goes before its dates: where two names stand side by side,
    /// or words say that one follows.
    private func isTurn(at place: Int, in items: [Item]) -> Bool {
        guard isNamedFirst(items[place...]), case .name(let name) = items[place],
            case .date(let date, let edge) = items[place + 1],
            edge == .start || !endsAgain(behind: name, before: date)
        else { return false }
        return items[place - 1].isName || follows(items[place - 1].range, name, date)
    }

    /// Whether items are names with dates behind each of them.
    private func isNamedFirst(_ items: ArraySlice<Item>) -> Bool {
        guard let first = items.first, first.isName, let last = items.last, !last.isName else {
            return false
        }
        return zip(items, items.dropFirst()).allSatisfy { !($0.isName && $1.isName) }
    }

    /// "Followed by GCC", "with GCC following in".
    private func follows(_ last: Range<Int>, _ name: Range<Int>, _ date: Range<Int>) -> Bool {
        let before = tokens[last.upperBound..<max(last.upperBound, name.lowerBound)]
        let behind = tokens[name.upperBound..<max(name.upperBound, date.lowerBound)]
        return before.contains { ["followed", "then", "next"].contains($0.text) }
            || behind.contains { ["following", "follows", "follow"].contains($0.text) }
    }
}
