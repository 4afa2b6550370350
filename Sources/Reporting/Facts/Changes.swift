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

    package let from: Instant
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
    /// The number of entries since then.
    package let entries: Int

    /// Nil where there is no such moment.
    init?(_ assessment: Assessment, _ phase: PhaseAssessment?, since: Since) {
        let then: Assessment
        switch since {
        case .lastDecision:
            guard let phase,
                let last = assessment.decisions.last(where: {
                    $0.decision.phase == phase.phase.id
                })
            else { return nil }
            decision = last
            from = last.entry.recordedAt
            then = assessment.before(last.entry.sequence + 1, at: from)
        case .instant(let instant):
            decision = nil
            from = instant
            let next = assessment.entries.first { $0.recordedAt > instant }
            then = assessment.before((next?.sequence ?? .max - 1), at: instant)
        case .report(let instant, let size):
            decision = nil
            from = instant
            then = assessment.before(size + 1, at: instant)
        }
        let known = Dictionary(then.steps.map { ($0.step.id, StepState($0)) }) { first, _ in first }
        var ready: [Int] = []
        var lost: [Int] = []
        var moved: [Int] = []
        for (place, step) in assessment.steps.enumerated() {
            let now = StepState(step)
            guard let before = known[step.step.id], before != now else { continue }
            switch (before, now) {
            case (_, .ready): ready.append(place)
            case (.ready, _), (.resting, _), (.waived, _): lost.append(place)
            default: moved.append(place)
            }
        }
        self.ready = ready
        self.lost = lost
        self.moved = moved
        entries = assessment.entries.count - then.entries.count
        verdictThen = phase.flatMap { then.phase($0.phase.id)?.verdict }
        verdictNow = phase?.verdict
    }

    package var isEmpty: Bool {
        ready.isEmpty && lost.isEmpty && moved.isEmpty && verdictThen == verdictNow
    }
}

extension Assessment {
    /// The same text judged at an earlier instant by the entries before one.
    fileprivate func before(_ sequence: Int, at instant: Instant) -> Assessment {
        checklist.assessment(of: entries.filter { $0.sequence < sequence }, asOf: instant)
    }
}
