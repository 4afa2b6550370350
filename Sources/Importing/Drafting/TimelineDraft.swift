import Rollout

/// Writes the phases that were read, and nothing else.
struct TimelineDraft {
    private let phases: [AnnouncedPhase]
    private let isCancelled: Bool
    /// What a reviewer should know of all of them; empty for nothing.
    private let remark: String
    /// What the announcement says of time where no phase was read.
    private let words: String
    /// What the announcement has more of.
    private let leftOut: LeftOut
    private let ids: [String]

    init(
        _ phases: [AnnouncedPhase], isCancelled: Bool = false, remark: String, words: String = "",
        leftOut: LeftOut = LeftOut()
    ) {
        self.leftOut = leftOut
        self.phases = phases
        self.isCancelled = isCancelled
        self.remark = remark
        self.words = words
        var slug = Slug()
        ids = phases.map { slug.make(PhaseTitle.of($0.name), otherwise: "phase") }
    }

    /// The phase that steps are due against: the first one that is still ahead.
    var duePhase: String {
        let open = phases.indices.filter {
            phases[$0].status != .completed && phases[$0].status != .available
                && phases[$0].status != .cancelled
        }
        let first = open.min { left, right in
            guard let one = phases[left].start?.days?.earliest else { return false }
            guard let other = phases[right].start?.days?.earliest else { return true }
            return one < other
        }
        return first.map { ids[$0] } ?? ids.first ?? Self.unread
    }

    /// The phase of a post in which none was read.
    private static let unread = "rollout"

    func write(to draft: inout DraftText) {
        draft.blank()
        draft.line("timeline:")
        if !remark.isEmpty { draft.comment("review: \(remark)", indent: 2) }
        for sentence in leftOut.sentences { draft.comment("review: \(sentence)", indent: 2) }
        guard !phases.isEmpty else { return writeUnread(&draft) }
        for (id, phase) in zip(ids, phases) { write(phase, id, &draft) }
    }

    private func write(_ phase: AnnouncedPhase, _ id: String, _ draft: inout DraftText) {
        if let sentence = phase.putOff { writePutOff(phase, sentence, &draft) }
        if let start = phase.start {
            draft.comment(DateProvenance.sentence("starts", start), indent: 2)
        } else if phase.putOff == nil {
            draft.comment("no start was read", indent: 2)
        }
        if let end = phase.end { draft.comment(DateProvenance.sentence("ends", end), indent: 2) }
        draft.line("- id: \(id)", indent: 2)
        let title = PhaseTitle.of(phase.name)
        draft.put("title", Excerpt.of(title, most: 120), indent: 4)
        let audiences = phase.audiences.map(\.rawValue)
        if !audiences.allSatisfy(title.holds) {
            draft.put("audience", audiences.joined(separator: ", "), indent: 4, from: "review")
        }
        draft.put(
            "starts", raw: phase.start?.days.map(Self.range) ?? CalendarPoint.toBeAnnouncedWord,
            indent: 4)
        if let end = phase.end?.days {
            if let start = phase.start?.days, end.earliest < start.earliest,
                start.earliest <= end.latest
            {
                // "By the end of the year" begins for us before a start in October.
                let rest = DaySpan(earliest: start.earliest, latest: end.latest)
                draft.put(
                    "ends", raw: Self.range(rest), indent: 4, from: "not before the start, our rule"
                )
            } else if phase.isInconsistent {
                draft.comment(
                    "review: the post is inconsistent, as this lies before the start: ends: \(Self.range(end))",
                    indent: 4)
            } else {
                draft.put("ends", raw: Self.range(end), indent: 4)
            }
        }
        if let status = status(phase) { draft.put("status", raw: status, indent: 4) }
        draft.put("source", Excerpt.of(phase.source, most: 240), indent: 4)
    }

    private func writePutOff(
        _ phase: AnnouncedPhase, _ sentence: String, _ draft: inout DraftText
    ) {
        let former = phase.formerDates.map { "\"\(Excerpt.of($0, most: 60))\"" }
        let before = former.isEmpty ? "" : "; before that: \(former.joined(separator: ", "))"
        draft.comment(
            "put off, from \"\(Excerpt.of(sentence, most: 200))\"\(before)", indent: 2)
    }

    private func status(_ phase: AnnouncedPhase) -> String? {
        if isCancelled { return "cancelled" }
        switch phase.status {
        case .available, .started: return "started"
        case .completed: return "completed"
        case .cancelled: return "cancelled"
        case .announced, nil: return nil
        }
    }

    /// A post with no date that could be read: its one phase waits for a person.
    private func writeUnread(_ draft: inout DraftText) {
        draft.line("- id: \(Self.unread)", indent: 2)
        draft.put("title", raw: "Rollout", indent: 4)
        draft.put("starts", raw: CalendarPoint.toBeAnnouncedWord, indent: 4)
        if isCancelled { draft.put("status", raw: "cancelled", indent: 4) }
        draft.put("source", Excerpt.of(words, most: 240), indent: 4)
    }

    private static func range(_ days: DaySpan) -> String {
        days.earliest == days.latest
            ? "\(days.earliest)" : "{earliest: \(days.earliest), latest: \(days.latest)}"
    }
}
