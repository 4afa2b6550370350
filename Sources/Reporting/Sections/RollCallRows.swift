import Rollout

/// Where each role stands: a row for each, or for the rest of them where there is no room for that.
struct RollCallRows {
    private let lines: [RollCall.Line]
    private let context: ReportContext

    init(_ lines: [RollCall.Line], _ context: ReportContext) {
        self.lines = lines
        self.context = context
    }

    /// So many rows at most, but for those that the rest takes; of roles that something is missing of
    /// each is named.
    func rows(most: Int) -> [[Inline]] {
        guard lines.count > most else { return lines.map(row) }
        // The rest takes two rows: those that something is missing of, and the others.
        let first = lines.filter(Self.lacks) + lines.filter { !Self.lacks($0) }
        let shown = first.prefix(max(0, most - 2))
        let rest = first.dropFirst(shown.count)
        let groups = [
            (rest.filter(Self.lacks), "more with something missing"),
            (rest.filter { !Self.lacks($0) }, "more with nothing missing"),
        ]
        return shown.map(row)
            + groups.filter { !$0.0.isEmpty }.map { lines, words in
                let names = lines.map { context.role($0.role) }
                return [
                    "\(lines.count) \(words): \(.list(names, "and"))", "", "", "", "",
                ]
            }
    }

    private static func lacks(_ line: RollCall.Line) -> Bool {
        line.before.open + line.after.open > 0
            || line.isAsked && line.answer?.poll.choice != .go
    }

    private func row(_ line: RollCall.Line) -> [Inline] {
        let owner: Inline = line.role == context.checklist.owner ? " (decides)" : ""
        return [
            "\(context.role(line.role))\(owner)", context.people(line.people, most: 4),
            counts(line.before), counts(line.after), answer(line),
        ]
    }

    private func counts(_ counts: StatusCounts) -> Inline {
        counts.applicable == 0
            ? "" : "\(counts.shortReadyOfTotal)\(FirstScreen.late(counts))"
    }

    private func answer(_ line: RollCall.Line) -> Inline {
        if let answer = line.answer {
            return "\(strong: "\(DecisionWording.choice(answer.poll.choice))")"
        }
        return line.isAsked ? "not yet" : ""
    }
}
