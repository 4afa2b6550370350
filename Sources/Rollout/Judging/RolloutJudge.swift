/// Judges a checklist by its entries, at any instant.
struct RolloutJudge {
    let checklist: Checklist
    let index: EvidenceIndex
    let steps: [StepJudge]
    let graph: NeedsGraph
    let schedule: Schedule

    /// `instant` is the one that is asked about; moments before and after it may be judged too.
    init(
        _ checklist: Checklist, _ entries: [Entry], at instant: Instant, notKept: Set<Int> = []
    ) {
        let index = EvidenceIndex(entries, about: checklist, at: instant, notKept: notKept)
        self.init(
            checklist, index, graph: NeedsGraph(checklist), schedule: Schedule(checklist))
    }

    private init(
        _ checklist: Checklist, _ index: EvidenceIndex, graph: NeedsGraph, schedule: Schedule
    ) {
        self.checklist = checklist
        self.index = index
        steps = checklist.steps.map { StepJudge(step: $0, index: index) }
        self.graph = graph
        self.schedule = schedule
    }

    /// Where every step stands at one instant.
    struct Moment {
        let instant: Instant
        let own: [StepJudge.Own]
        let standings: [StepStanding]
    }

    func moment(at instant: Instant) -> Moment {
        moment(at: instant, steps.map { $0.own(at: instant) })
    }

    /// A later moment with the same entries, for its verdicts only: what does not change by itself
    /// until then is not judged again, so that its reasons may be those of the earlier one.
    func moment(at instant: Instant, after earlier: Moment) -> Moment {
        let own = zip(steps, earlier.own).map { step, own in
            own.changes.map { $0 > instant } ?? true ? own : step.own(at: instant)
        }
        return moment(at: instant, own)
    }

    private func moment(at instant: Instant, _ own: [StepJudge.Own]) -> Moment {
        let needs = NeedsJudge(graph: graph, checklist: checklist, own: own, index: index)
        return Moment(instant: instant, own: own, standings: needs.standings)
    }

    /// The same judge without what was recorded after an instant.
    ///
    /// The order of the ledger decides: what stands before the last entry of that time belongs to
    /// it, however it is dated.
    func before(_ instant: Instant) -> RolloutJudge {
        let count = index.count(knownAt: instant)
        guard count < index.entries.count else { return self }
        return RolloutJudge(
            checklist, index.first(count), graph: graph, schedule: schedule)
    }
}
