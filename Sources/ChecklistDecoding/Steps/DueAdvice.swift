import Rollout

/// What to write instead of what is no due date, with a phase of the checklist at hand.
struct DueAdvice {
    let timeline: [Phase]

    /// What to write for what was probably meant; nil where that cannot be told.
    func meant(by text: String) -> String? {
        guard !timeline.isEmpty else { return nil }
        if let date = CalendarPoint(text)?.date { return counted(date) }
        if let meant = withBlanks(text) ?? withBlanks(text + "d") { return "write \"\(meant)\"" }
        return nil
    }

    /// How a due date looks; empty where no phase could be read.
    var form: String {
        timeline.first.map { "write it like \"\($0.id) - 7d\", counted from a phase" } ?? ""
    }

    /// A day counted from the first phase that starts on it or after it, else from the last one.
    private func counted(_ date: CivilDate) -> String? {
        let sorted = timeline.filter { $0.start != .toBeAnnounced }.sorted {
            $0.start.date < $1.start.date
        }
        guard let phase = sorted.first(where: { $0.start.date >= date }) ?? sorted.last else {
            return nil
        }
        let days = date.daysSinceEpoch - phase.start.date.daysSinceEpoch
        guard abs(days) <= 9_999 else { return "count it from a phase: \"\(phase.id) - 7d\"" }
        return "count it from a phase: \"\(Due(phase: phase.id, amount: days))\" is that day"
    }

    /// The same with blanks around the sign, where that makes it a due date.
    private func withBlanks(_ text: String) -> String? {
        for index in text.indices where text[index] == "-" || text[index] == "+" {
            let head = text[..<index].filter { $0 != " " }
            let tail = text[text.index(after: index)...].filter { $0 != " " }
            if let due = Due(language: "\(head) \(text[index]) \(tail)"), knows(due) {
                return due.description
            }
        }
        return nil
    }

    private func knows(_ due: Due) -> Bool { timeline.contains { $0.id == due.phase } }
}
