import Rollout

/// A phase that a post announces.
package struct AnnouncedPhase: Hashable, Sendable {
    package private(set) var name: String
    /// Nil where no start was read.
    package private(set) var start: AnnouncedDate?
    package private(set) var end: AnnouncedDate?
    package private(set) var status: PhaseStatus?
    /// The sentence, as the post has it.
    package let source: String
    /// The sentence that puts it off, where its dates were taken back or moved for that.
    package private(set) var putOff: String?
    /// The dates that it had before.
    package private(set) var formerDates: [String] = []

    /// Whom it reaches, as far as its name says so.
    package var audiences: [Audience] { Audience.named(in: name) }

    /// Whether the post says that it ends before it starts.
    package var isInconsistent: Bool {
        guard let start = start?.days, let end = end?.days else { return false }
        return end.latest < start.earliest
    }

    /// Whether a date was named that no calendar or clock has.
    package var hasImpossibleDate: Bool {
        [start, end].contains { $0.map { $0.days == nil && !$0.isUnclear } ?? false }
    }

    /// The phase as it does not come, under a name where it was part of another one.
    func cancelled(as name: String? = nil) -> AnnouncedPhase {
        var phase = self
        phase.status = .cancelled
        phase.name = name ?? phase.name
        return phase
    }

    /// The phase as a sentence puts it off: to another start, or to one that nobody knows.
    ///
    /// What has begun keeps its start.
    func putOff(by sentence: String, to start: AnnouncedDate? = nil) -> AnnouncedPhase {
        var phase = self
        phase.putOff = sentence
        phase.formerDates = [self.start, end].compactMap { $0?.phrase }
        if status != .started {
            phase.start = start
            phase.status = start == nil ? .announced : status
        }
        // A completion on the way to what is later stays.
        let isAhead = start.flatMap { start in
            end?.days.flatMap { end in start.days.map { $0.earliest <= end.latest } }
        }
        if !(isAhead ?? false) { phase.end = nil }
        return phase
    }

    /// The phase under another name.
    func named(_ name: String) -> AnnouncedPhase {
        var phase = self
        phase.name = name
        return phase
    }

    /// Whether a date was named that could not be read.
    package var isUnreadable: Bool { !unread.isEmpty }

    /// The words of dates that could not be read, or may be two.
    var unread: [String] {
        [start, end].compactMap { $0 }.filter { $0.days == nil }.map(\.phrase)
    }
}

/// A date that a post announces.
package struct AnnouncedDate: Hashable, Sendable {
    /// Nil for a day that does not exist, such as 31 February.
    package let days: DaySpan?
    /// As the post has it.
    package let phrase: String
    let rule: DatePhrase.Rule
    /// Whether the words name a date, and not which one: it may be two, or of a fiscal year.
    package var isUnclear: Bool { rule.isUnclear }
    /// What the year was taken from where the post has none.
    package let yearRule: YearRule?
    /// Whether it took the place of another one, which stands beside it.
    let isMoved: Bool
}

extension AnnouncedPhase {
    init(_ draft: DraftPhase, otherwise name: String) {
        self.name = draft.name.isEmpty ? PhaseName.of(draft.source, otherwise: name) : draft.name
        start = draft.start.map(AnnouncedDate.init)
        end = draft.end.map(AnnouncedDate.init)
        status = PhaseStatus.of(label: draft.label) ?? draft.status
        source = draft.source
        putOff = draft.putOff
        formerDates = draft.formerDates
    }
}

extension AnnouncedDate {
    init(_ edge: DraftPhase.Edge) {
        days = edge.days
        phrase = edge.words
        rule = edge.date.rule
        isMoved = !edge.date.former.isEmpty
        yearRule = edge.date.hasCountedYear && days != nil ? .counted : edge.yearRule
    }
}

extension PhaseStatus {
    /// What a label says in brackets: `Phase 1 (Complete)`.
    static func of(label: String) -> PhaseStatus? {
        let words = Token.tokens(of: label).map(\.text)
        return words.contains("complete") || words.contains("completed") ? .completed : nil
    }
}

/// Names for what a post names nobody for.
enum PhaseName {
    static func of(_ source: String, otherwise name: String) -> String {
        let tokens = Token.tokens(of: source)
        for start in tokens.indices {
            guard let end = AudienceWords.runEnd(at: start, in: tokens[...]) else { continue }
            return PhaseCollector.words(tokens[start..<end], of: source)
        }
        let words = Set(tokens.map(\.text))
        if !words.isDisjoint(with: ["retire", "retired", "retirement", "retiring"]) {
            return "Retirement"
        }
        if words.isSuperset(of: ["no", "longer", "supported"]) { return "End of support" }
        guard !words.isDisjoint(with: ["end", "ends", "ended", "ending"]) else { return name }
        return words.contains("support")
            ? "End of support" : words.contains("availability") ? "End of availability" : name
    }
}
