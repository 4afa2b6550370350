/// Finds the verdicts of every phase.
struct PhaseJudge {
    let judge: RolloutJudge
    let moment: RolloutJudge.Moment
    let decisions: [DecisionAssessment]
    /// Until when the current verdict of each phase holds.
    let holdsUntil: [Instant?]

    private var checklist: Checklist { judge.checklist }
    private var schedule: Schedule { judge.schedule }

    /// In order of time, then of the checklist.
    var assessments: [PhaseAssessment] {
        let table = PhaseTable(steps: checklist.steps, standings: moment.standings)
        let atStart = verdictsAtStart
        let standing = Dictionary(decisions.filter(\.stands).map { ($0.decision.phase, $0) }) {
            _, newest in newest
        }
        let starts = schedule.starts
        return starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { place in
            let phase = checklist.timeline[place]
            let current = table.finding(over: counted(for: place), of: phase)
            return PhaseAssessment(
                phase: phase, starts: starts[place], hasStarted: hasStarted(place),
                current: current,
                closing: table.finding(
                    over: schedule.dueBeforeClosing(of: place, by: nil), of: phase),
                atStart: atStart[place],
                holdsUntil: current.verdict == nil ? nil : holdsUntil[place],
                due: schedule.due[place],
                decision: standing[phase.id].map { relate($0, to: current) })
        }
    }

    private func hasStarted(_ place: Int) -> Bool { moment.instant >= schedule.starts[place] }

    /// Before the start the steps that are due up to it, after it also those due by now.
    private func counted(for place: Int) -> [Int] {
        hasStarted(place)
            ? schedule.dueBeforeClosing(of: place, by: moment.instant)
            : schedule.dueBeforeStart(of: place)
    }

    /// For each phase the verdict at its start: forecast from the same entries before it, judged
    /// from what was on record then after it.
    private var verdictsAtStart: [Verdict?] {
        var moments: [Instant: RolloutJudge.Moment] = [:]
        return schedule.starts.indices.map { place in
            let start = schedule.starts[place]
            let then =
                moments[start]
                ?? (hasStarted(place)
                    ? judge.before(start).moment(at: start)
                    : judge.moment(at: start, after: moment))
            moments[start] = then
            return PhaseTable(steps: checklist.steps, standings: then.standings)
                .finding(over: schedule.dueBeforeStart(of: place), of: checklist.timeline[place])
                .verdict
        }
    }

    private func relate(
        _ decision: DecisionAssessment, to current: PhaseFinding
    ) -> DecisionAssessment {
        let relation: DecisionAssessment.Relation
        switch (decision.decision.choice, current.verdict) {
        case (.go, .go), (.noGo, .noGo), (.noGo, .conditional), (.noGo, nil): relation = .agrees
        case (.go, .conditional): relation = .withConditions
        case (.go, .noGo), (.go, nil): relation = .goDespite
        case (.noGo, .go): relation = .noGoDespite
        }
        return DecisionAssessment(
            entry: decision.entry, decision: decision.decision, role: decision.role,
            reason: decision.reason, relation: relation)
    }
}
