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
    /// The id and the title of the one phase of a post in which none was read.
    private let unread: (id: String, title: String)

    init(
        _ phases: [AnnouncedPhase], isCancelled: Bool = false, remark: String, words: String = "",
        leftOut: LeftOut = LeftOut(), keeping former: FormerDraft = FormerDraft()
    ) {
        self.leftOut = leftOut
        self.phases = phases
        self.isCancelled = isCancelled
        self.remark = remark
        self.words = words
        ids = KeptPhases(phases.map(Self.wanted), former.phases).ids
        // Where there was one, it is that, and nobody knows any longer when.
        let one = former.phases.count == 1 ? former.phases.first : nil
        unread = (one?.id ?? "rollout", one?["title"] ?? Self.unreadTitle)
    }

    private static func wanted(_ phase: AnnouncedPhase) -> KeptPhases.Wanted {
        KeptPhases.Wanted(
            title: title(phase), audience: phase.audiences.map(\.rawValue).joined(separator: ", "),
            starts: starts(phase), ends: ends(phase),
            start: phase.start?.days?.earliest.daysSinceEpoch, isAhead: isAhead(phase))
    }

    private static func isAhead(_ phase: AnnouncedPhase) -> Bool {
        phase.status != .completed && phase.status != .available && phase.status != .cancelled
    }

    /// The phase that steps are due against: the first one that is still ahead.
    var duePhase: String {
        let open = phases.indices.filter { Self.isAhead(phases[$0]) }
        let first = open.min { left, right in
            guard let one = phases[left].start?.days?.earliest else { return false }
            guard let other = phases[right].start?.days?.earliest else { return true }
            return one < other
        }
        return first.map { ids[$0] } ?? ids.first ?? unread.id
    }

    /// The phase that a step is due against which was due against another one before: the same, as long
    /// as it comes.
    func due(keeping former: String?) -> String {
        guard let former else { return duePhase }
        if phases.isEmpty, former == unread.id { return former }
        let comes = zip(ids, phases).contains { id, phase in
            id == former && (Self.comes(phase) || !phases.contains(where: Self.comes))
        }
        return comes ? former : duePhase
    }

    private static func comes(_ phase: AnnouncedPhase) -> Bool { phase.status != .cancelled }

    /// The title of a phase that stands for all of which nothing was read.
    static let unreadTitle = "Rollout"

    /// Writes the phases; `dues` are those that steps are due against.
    func write(to draft: inout DraftText, dues: [String]) {
        draft.blank()
        draft.line("timeline:")
        if !remark.isEmpty { draft.comment("review: \(remark)", indent: 2) }
        for sentence in leftOut.sentences { draft.comment("review: \(sentence)", indent: 2) }
        let kept = Set(dues).subtracting([duePhase]).sorted()
        if !kept.isEmpty {
            draft.comment(
                "review: steps that were here before stay due against \(kept.joined(separator: ", ")), so that what was signed counts; the phase that is ahead is \(duePhase)",
                indent: 2)
        }
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
        draft.put("title", Self.title(phase), indent: 4)
        let audiences = phase.audiences.map(\.rawValue)
        if !audiences.allSatisfy(PhaseTitle.of(phase.name).holds) {
            draft.put("audience", audiences.joined(separator: ", "), indent: 4, from: "review")
        }
        draft.put("starts", raw: Self.starts(phase), indent: 4)
        if let ends = Self.ends(phase) {
            draft.put(
                "ends", raw: ends, indent: 4,
                from: Self.isCut(phase) ? "not before the start, our rule" : "")
        } else if let end = phase.end?.days {
            draft.comment(
                "review: the post is inconsistent, as this lies before the start: ends: \(Self.range(end))",
                indent: 4)
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

    private static func title(_ phase: AnnouncedPhase) -> String {
        Excerpt.of(PhaseTitle.of(phase.name), most: 120)
    }

    private static func starts(_ phase: AnnouncedPhase) -> String {
        phase.start?.days.map(range) ?? CalendarPoint.toBeAnnouncedWord
    }

    /// When a phase ends; nil where nobody knows, or it would be before the start.
    private static func ends(_ phase: AnnouncedPhase) -> String? {
        guard let end = phase.end?.days, !phase.isInconsistent else { return nil }
        guard isCut(phase), let start = phase.start?.days else { return range(end) }
        return range(DaySpan(earliest: start.earliest, latest: end.latest))
    }

    /// Whether the span of its end begins before its start: "by the end of the year" begins for us
    /// before a start in October.
    private static func isCut(_ phase: AnnouncedPhase) -> Bool {
        guard let start = phase.start?.days, let end = phase.end?.days else { return false }
        return end.earliest < start.earliest && start.earliest <= end.latest
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
        draft.line("- id: \(unread.id)", indent: 2)
        draft.put("title", raw: unread.title, indent: 4)
        draft.put("starts", raw: CalendarPoint.toBeAnnouncedWord, indent: 4)
        if isCancelled { draft.put("status", raw: "cancelled", indent: 4) }
        draft.put("source", Excerpt.of(words, most: 240), indent: 4)
    }

    private static func range(_ days: DaySpan) -> String {
        days.earliest == days.latest
            ? "\(days.earliest)" : "{earliest: \(days.earliest), latest: \(days.latest)}"
    }
}
