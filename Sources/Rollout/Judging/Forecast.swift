/// Finds until when verdicts hold if nothing more is recorded.
///
/// From the moment that is known it goes on to each later one at which something may change by
/// itself (evidence lapses, a waiver ends, an entry that is dated ahead comes into force, a step
/// falls due in a phase that has started), and follows only what changes there.
struct Forecast {
    /// For each phase of the timeline the first moment at which its verdict is another one; nil
    /// where it holds on.
    let changes: [Instant?]

    init(_ judge: RolloutJudge, from moment: RolloutJudge.Moment) {
        var sweep = ForecastSweep(judge, from: moment)
        changes = sweep.run()
    }
}

/// The state of a forecast on its way through time.
private struct ForecastSweep {
    private let judge: RolloutJudge
    private let start: Instant
    private var passing: PassingSteps
    /// What each step weighs now.
    private var weights: [PhaseTally.Weight?]
    private var tallies: [PhaseTally]
    private var changes: [Instant?]
    /// Steps whose own evidence may change.
    private var evidence = EventQueue<Int>()
    /// Steps that fall due in a phase, after the phase's start.
    private var dues = EventQueue<(step: Int, phase: Int)>()

    init(_ judge: RolloutJudge, from moment: RolloutJudge.Moment) {
        self.judge = judge
        start = moment.instant
        passing = PassingSteps(judge.graph, own: moment.own)
        weights = []
        tallies = [PhaseTally](repeating: PhaseTally(), count: judge.schedule.starts.count)
        changes = [Instant?](repeating: nil, count: judge.schedule.starts.count)
        weights = moment.own.indices.map { weight(of: $0) }
        for (step, own) in moment.own.enumerated() {
            if let next = own.changes { evidence.add(step, at: next) }
        }
        for phase in tallies.indices { begin(phase) }
    }

    /// Counts the steps of a phase, and notes when further ones fall due.
    private mutating func begin(_ phase: Int) {
        let schedule = judge.schedule
        for step in schedule.dueBeforeClosing(of: phase, by: nil) {
            let dueTime = schedule.dueTimes[step]
            if schedule.isDueBeforeStart(step, of: phase) || dueTime.lapses <= start {
                if let weight = weights[step] { tallies[phase].add(weight) }
            } else {
                dues.add((step, phase), at: dueTime.lapses)
            }
        }
    }

    mutating func run() -> [Instant?] {
        let before = tallies.map(\.verdict)
        var open = tallies.count
        while open > 0, let instant = StepJudge.earlier(evidence.next, dues.next) {
            // What falls due now is counted below, with what it weighs now.
            while let step = evidence.take(at: instant) { follow(step, at: instant) }
            while let (step, phase) = dues.take(at: instant) {
                if let weight = weights[step] { tallies[phase].add(weight) }
            }
            for phase in tallies.indices
            where changes[phase] == nil && tallies[phase].verdict != before[phase] {
                changes[phase] = instant
                open -= 1
            }
        }
        return changes
    }

    private mutating func follow(_ step: Int, at instant: Instant) {
        let own = judge.steps[step].own(at: instant)
        if let next = own.changes { evidence.add(step, at: next) }
        for changed in passing.update(step, to: own) { reweigh(changed, at: instant) }
    }

    private mutating func reweigh(_ step: Int, at instant: Instant) {
        let old = weights[step]
        let new = weight(of: step)
        guard old != new else { return }
        weights[step] = new
        let schedule = judge.schedule
        let dueTime = schedule.dueTimes[step]
        let own = judge.checklist.steps[step].due.phase
        for phase in tallies.indices {
            let isCounted =
                schedule.isDueBeforeStart(step, of: phase)
                || judge.checklist.timeline[phase].id == own
                    && isCountedByNow(dueTime.lapses, instant)
            guard isCounted else { continue }
            if let old { tallies[phase].remove(old) }
            if let new { tallies[phase].add(new) }
        }
    }

    /// A step that falls due at this very moment is counted by its own event, with its weight then.
    private func isCountedByNow(_ due: Instant, _ instant: Instant) -> Bool {
        due <= start || due < instant
    }

    private func weight(of step: Int) -> PhaseTally.Weight? {
        PhaseTally.Weight(
            level: judge.checklist.steps[step].level, status: passing.status(of: step),
            isTainted: passing.isTainted(step))
    }
}
