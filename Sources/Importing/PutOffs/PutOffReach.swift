import Rollout

/// What becomes of the dates of phases that an announcement puts off.
struct PutOffReach {
    /// The phases; those whose dates hold no longer have none, or the new one.
    private(set) var phases: [AnnouncedPhase]
    /// Sentences of which nobody can tell whom they put off: they change nothing.
    private var doubts: [String] = []

    private let context: CancellationReach.Context
    private let days: (published: CivilDate, modified: CivilDate)
    private let forms: DateForms

    /// - Parameters:
    ///   - texts: The paragraphs that may say so of the whole change, the newest update first.
    ///   - timeline: Those of the timeline.
    ///   - phases: The phases as they were read, without those that are cancelled for good.
    ///   - days: The days of publication and of the newest version.
    ///   - context: What else is known of the announcement.
    init(
        of texts: [String], timeline: [String] = [], phases: [AnnouncedPhase],
        days: (published: CivilDate, modified: CivilDate), _ context: CancellationReach.Context
    ) {
        self.phases = phases
        self.context = context
        self.days = days
        forms = DateForms(published: days.published, modified: days.modified)
        guard !phases.isEmpty else { return }
        takeTexts(texts)
        takeTimeline(timeline)
    }

    private mutating func takeTexts(_ texts: [String]) {
        guard texts.contains(where: Cancellation.putOffMarks.occur) else { return }
        var isRenewed = false
        for text in texts {
            let isUpdate = text.hasPrefix("Updated ")
            let said = Cancellation.putOffMarks.occur(in: text)
            guard said || isUpdate else { continue }
            let sentences = PlainSentences.of(text).prefix(Self.mostSentences)
                .map { (text: $0, tokens: forms.tokens(of: $0)) }
            let renews = sentences.contains { Renewal.isSaid(in: $0.tokens) }
            if said, !renews, !isRenewed { take(sentences, isOwn: false) }
            // What an update says is newer than what stands below it.
            isRenewed = isRenewed || (renews && isUpdate)
        }
    }

    /// The doubts for a person.
    var remarks: [String] {
        doubts.map {
            "which phases are put off, the announcement does not say: \"\(Excerpt.of($0, most: 200))\""
        }
    }

    /// More sentences than this no paragraph has.
    private static let mostSentences = 100

    private mutating func takeTimeline(_ timeline: [String]) {
        for (place, text) in timeline.enumerated() where Cancellation.putOffMarks.occur(in: text) {
            let sentences = PlainSentences.of(text).prefix(Self.mostSentences)
                .map { (text: $0, tokens: forms.tokens(of: $0)) }
            guard !sentences.contains(where: { Renewal.isSaid(in: $0.tokens) }) else { continue }
            let rest = timeline[(place + 1)...].prefix(Self.mostSentences)
            take(sentences, isOwn: true) { [forms] in
                rest.contains { !EdgeReader(forms.tokens(of: $0)).edges().isEmpty }
            }
        }
    }

    /// Takes the sentences of a paragraph; what the timeline says under a label is known already.
    private mutating func take(
        _ sentences: [(text: String, tokens: [Token])], isOwn: Bool,
        isFollowed: () -> Bool = { false }
    ) {
        for (place, sentence) in sentences.enumerated()
        where Cancellation.putOffMarks.occur(in: sentence.text) {
            guard
                let putOff = PutOff(sentence.tokens, of: sentence.text, known: context.words),
                !(isOwn && isKnown(sentence.text)),
                // Dates that were edited since, or stand below, are the new ones.
                putOff.said.isOpen && !putOff.isPast || !(hasMovedDates || isFollowed())
            else { continue }
            let later = sentences[(place + 1)...].first { Renewal.date(in: $0.tokens) }
            if putOff.newDate == nil, later == nil {
                apply(putOff, sentence.text, nil)
            } else if !isOwn {
                let words =
                    putOff.newDate == nil
                    ? later?.text ?? ""
                    : PhaseCollector.words(sentence.tokens[putOff.place...], of: sentence.text)
                if let date = date(in: words) { apply(putOff, sentence.text, date) }
            }
        }
    }

    private var hasMovedDates: Bool {
        phases.contains { ($0.start?.isMoved ?? false) || ($0.end?.isMoved ?? false) }
    }

    /// Whether a phase was read from a sentence of the timeline, which it puts off.
    private func isKnown(_ sentence: String) -> Bool {
        phases.contains { phase in
            phase.putOff.map { sentence.holds($0) || $0.holds(sentence) } ?? false
        }
    }

    private func date(in words: String) -> AnnouncedDate? {
        TimelineReader.phases(
            of: [TextBlock(.paragraph, words)], published: days.published,
            modified: days.modified, otherwise: ""
        ).phases.lazy.compactMap(\.start).first { $0.days != nil }
    }

    private mutating func apply(_ putOff: PutOff, _ sentence: String, _ date: AnnouncedDate?) {
        guard !putOff.said.isDoubtful else {
            if date == nil { doubt(sentence) }
            return
        }
        let pieces = phases.map { parts(of: $0, putOff.said) }
        if putOff.said.part != nil, date == nil, pieces.allSatisfy({ $0.putOff == nil }),
            phases.allSatisfy({ $0.putOff == nil })
        {
            return doubt(sentence)
        }
        let touched = pieces.compactMap { $0.putOff }.filter { isStale($0, date) }
        if let date {
            // A timeline that has the new date was edited.
            guard !phases.contains(where: { Self.overlaps($0, date) }), !touched.isEmpty else {
                return
            }
        }
        // Which of several phases moves to the day is not said.
        let start = touched.count == 1 ? date : nil
        phases = pieces.flatMap { piece -> [AnnouncedPhase] in
            guard let own = piece.putOff, isStale(own, date) else { return [piece.whole] }
            return [piece.rest, own.putOff(by: sentence, to: start)].compactMap(\.self)
        }
    }

    private mutating func doubt(_ sentence: String) {
        if doubts.count < 10, !doubts.contains(sentence) { doubts.append(sentence) }
    }

    /// The parts of a phase of which a sentence says that they are put off, and that it does not.
    private func parts(
        of phase: AnnouncedPhase, _ said: CancellationSentence
    ) -> (whole: AnnouncedPhase, rest: AnnouncedPhase?, putOff: AnnouncedPhase?) {
        let over: Set<PhaseStatus> = [.completed, .available, .cancelled]
        guard phase.putOff == nil, !(phase.status.map(over.contains) ?? false) else {
            return (phase, nil, nil)
        }
        guard let part = said.part else { return (phase, nil, phase) }
        let cut = PhaseCut(of: phase, by: part, isException: said.isException, context.known)
        guard let own = cut.cancelled else { return (phase, nil, nil) }
        return (phase, cut.remaining, phase.named(own.name))
    }

    /// Whether a phase has dates that a put-off takes back: any, or those before a new one.
    private func isStale(_ phase: AnnouncedPhase, _ date: AnnouncedDate?) -> Bool {
        guard let new = date?.days else { return phase.start != nil || phase.end != nil }
        return phase.status != .started
            && phase.start?.days.map { $0.latest < new.earliest } ?? false
    }

    private static func overlaps(_ phase: AnnouncedPhase, _ date: AnnouncedDate) -> Bool {
        guard let new = date.days else { return false }
        return [phase.start, phase.end].compactMap { $0?.days }.contains {
            $0.earliest <= new.latest && new.earliest <= $0.latest
        }
    }
}
