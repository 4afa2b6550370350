package import Rollout

/// A comparison of two texts as lines for people.
package enum ComparisonText {
    /// What the text changes; nothing where it changes nothing.
    package static func lines(_ comparison: ChecklistComparison) -> [String] {
        let all = comparison.differences
        let moves = all.filter(\.isMove)
        return all.filter { !$0.isMove }.flatMap(lines)
            + (moves.isEmpty ? [] : ["moved  \(Prose.count(moves.count, "step")):"])
            + moves.map { difference in
                let days = difference.parts.flatMap(DifferenceWording.lines)
                return "    \(DifferenceWording.subject(difference)), \(Prose.list(days, "and"))"
            }
    }

    private static func lines(_ difference: Difference) -> [String] {
        let subject = DifferenceWording.subject(difference)
        switch difference.nature {
        case .added: return ["added  \(subject)"]
        case .removed: return ["removed  \(subject)"]
        case .changed(let parts):
            let verb = difference.isRewording ? "reworded" : "changed"
            let wayOut =
                difference.isRewording
                ? [
                    "Where the meaning is the same, the owner carries its evidence over with --editorial."
                ]
                : []
            return ["\(verb)  \(subject)"]
                + (parts.flatMap(DifferenceWording.lines) + wayOut).map { "    \($0)" }
        }
    }

    /// What it does to what is on record; `before` and `after` say why something does not count.
    package static func lines(
        _ record: RecordComparison, before: WordingContext, after: WordingContext
    ) -> [String] {
        var lines = record.lapsing.map {
            "lapses  \(RecordWording.subject($0.entry)): \(RecordWording.sentence($0.why, after))"
        }
        if !record.unapproved.isEmpty {
            let roles = Prose.list(record.unapproved.map(after.role), "and")
            lines.append("lapses  the approval of the text: \(roles) must approve the new one")
        }
        lines += record.returning.map {
            "counts again  \(RecordWording.subject($0.entry)). Before: \(RecordWording.sentence($0.why, before))"
        }
        lines += record.verdicts.map { "verdict  \(RecordWording.sentence($0))" }
        return lines
    }
}
