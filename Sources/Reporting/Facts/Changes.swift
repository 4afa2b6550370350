package import Rollout

/// What is another than it was at an earlier moment.
package struct Changes: Sendable {
    /// The moment that is compared with.
    package enum Since: Hashable, Sendable {
        /// The newest decision on the phase that is ahead or under way.
        case lastDecision
        case instant(Instant)
        /// As many first entries of the ledger as an old report was made from, at its instant.
        case report(Instant, entries: Int)
    }

    /// The text that was in force then, seen from the one of now.
    package enum Text: Hashable, Sendable {
        case same
        case another
        /// It cannot be read any more, so that the text of now stands in its place.
        case unreadable
    }

    package let from: Instant
    package let text: Text
    /// The decision that it is compared with; nil for another moment.
    package let decision: DecisionAssessment?
    package let verdictThen: Verdict?
    package let verdictNow: Verdict?
    /// The places of the steps that are ready and were not.
    package let ready: [Int]
    /// The places of the steps that were ready or waived and are not.
    package let lost: [Int]
    /// The places of the steps whose state is another one, and that are in neither list.
    package let moved: [Int]
    /// The places of the steps that the text did not have then.
    package let added: [Int]
    /// The steps that the text had then and has no longer.
    package let removed: [StepID]
    /// The number of entries since then.
    package let entries: Int

    /// Nil where there is no such moment.
    ///
    /// - Parameters:
    ///   - assessment: What stands now.
    ///   - phase: The phase whose verdicts are compared; nil for none.
    ///   - since: The moment.
    ///   - texts: The texts on record, by their digests.
    init?(
        _ assessment: Assessment, _ phase: PhaseAssessment?, since: Since,
        texts: [ContentDigest: Checklist]
    ) {
        let earlier: ArraySlice<Entry>
        switch since {
        case .lastDecision:
            guard let phase,
                let last = assessment.decisions.last(where: {
                    $0.decision.phase == phase.phase.id
                })
            else { return nil }
            decision = last
            from = last.entry.recordedAt
            earlier = assessment.entries(upTo: last.entry.sequence)
        case .instant(let instant):
            decision = nil
            from = instant
            let next = assessment.entries.first { $0.recordedAt > instant }
            earlier = assessment.entries(upTo: next.map { $0.sequence - 1 } ?? .max)
        case .report(let instant, let size):
            decision = nil
            from = instant
            earlier = assessment.entries(upTo: size)
        }
        let (former, text) = Self.text(of: earlier, assessment.checklist, texts)
        let then = former.assessment(of: Array(earlier), asOf: from)
        self.text = text
        let known = Dictionary(then.steps.map { ($0.step.id, StepState($0)) }) { first, _ in first }
        var ready: [Int] = []
        var lost: [Int] = []
        var moved: [Int] = []
        var added: [Int] = []
        for (place, step) in assessment.steps.enumerated() {
            let now = StepState(step)
            guard let before = known[step.step.id] else {
                added.append(place)
                continue
            }
            guard before != now else { continue }
            switch (before, now) {
            case (_, .ready): ready.append(place)
            case (.ready, _), (.resting, _), (.waived, _): lost.append(place)
            default: moved.append(place)
            }
        }
        self.ready = ready
        self.lost = lost
        self.moved = moved
        self.added = added
        let kept = Set(assessment.steps.map(\.step.id))
        removed = then.steps.map(\.step.id).filter { !kept.contains($0) }
        entries = assessment.entries.count - then.entries.count
        verdictThen = phase.flatMap { then.phase($0.phase.id)?.verdict }
        verdictNow = phase?.verdict
    }

    package var isEmpty: Bool {
        ready.isEmpty && lost.isEmpty && moved.isEmpty && added.isEmpty && removed.isEmpty
            && verdictThen == verdictNow && text != .unreadable
    }

    /// The text that was in force behind some entries: the newest that they record, unless a statement
    /// was made on another one after that.
    private static func text(
        of entries: ArraySlice<Entry>, _ current: Checklist, _ texts: [ContentDigest: Checklist]
    ) -> (Checklist, Text) {
        let own = entries.filter { $0.statement.rollout == current.rollout }
        let recorded = own.last { $0.statement.body.kind == .checklistText }
        let last =
            own.last { entry in
                entry.statement.isMadeOnText
                    && recorded.map { $0.recordedAt <= entry.statement.madeAt } ?? true
            } ?? recorded
        guard let digest = last?.statement.checklist, digest != current.digest else {
            return (current, .same)
        }
        return texts[digest].map { ($0, .another) } ?? (current, .unreadable)
    }
}

extension Assessment {
    /// The entries up to one.
    fileprivate func entries(upTo sequence: Int) -> ArraySlice<Entry> {
        entries.prefix { $0.sequence <= sequence }
    }
}
