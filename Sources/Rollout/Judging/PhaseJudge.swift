/// Finds the verdicts of every phase.
struct PhaseJudge {
    let judge: RolloutJudge
    let moment: RolloutJudge.Moment
    let decisions: [DecisionAssessment]
    let plan: PlanStanding?
    /// Until when the current verdict of each phase holds.
    let holdsUntil: [Instant?]

    private var checklist: Checklist { judge.checklist }
    private var schedule: Schedule { judge.schedule }

    /// In order of time, then of the checklist.
    var assessments: [PhaseAssessment] {
        let table = PhaseTable(steps: checklist.steps, standings: moment.standings)
        let (atStart, atEnd) = verdictsAtEdges
        let standing = Dictionary(
            decisions.filter(\.stands).map { (DecisionSubject($0.decision), $0) }
        ) {
            _, newest in newest
        }
        let starts = schedule.starts
        return starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { place in
            let phase = checklist.timeline[place]
            let current = table.finding(over: counted(for: place), of: phase).held(by: plan)
            let closing = table.finding(
                over: schedule.dueBeforeClosing(of: place, by: nil), of: phase
            ).held(by: plan).held(by: owed(phase.id))
            return PhaseAssessment(
                phase: phase, starts: starts[place], hasStarted: hasStarted(place),
                current: current, closing: closing, atStart: atStart[place], atEnd: atEnd[place],
                holdsUntil: current.verdict == nil || plan?.isLacking ?? false
                    ? nil : holdsUntil[place],
                afterStart: schedule.dueAfterStart(of: place, by: nil), due: schedule.due[place],
                decision: standing[DecisionSubject(phase.id, .start)]
                    .map { $0.onVerdict(current.verdict) },
                closingDecision: standing[DecisionSubject(phase.id, .close)]
                    .map { $0.onVerdict(closing.verdict) })
        }
    }

    private func hasStarted(_ place: Int) -> Bool { moment.instant >= schedule.starts[place] }

    /// Before the start the steps that are due up to it, after it also those due by now.
    private func counted(for place: Int) -> [Int] {
        hasStarted(place)
            ? schedule.dueBeforeClosing(of: place, by: moment.instant)
            : schedule.dueBeforeStart(of: place)
    }

    /// For each phase the verdict at its start, and at its end where it is completed.
    ///
    /// What is past is judged from what was on record then; what is ahead is forecast from the same
    /// entries.
    private var verdictsAtEdges: (atStart: [Verdict?], atEnd: [Verdict?]) {
        var tables: [Instant: (table: PhaseTable, plan: PlanStanding?)] = [:]
        func table(at instant: Instant) -> (table: PhaseTable, plan: PlanStanding?) {
            if let table = tables[instant] { return table }
            let then: (moment: RolloutJudge.Moment, plan: PlanStanding?)
            if instant <= moment.instant {
                let before = judge.before(instant)
                then = (before.moment(at: instant), PlanJudge(before.index).standing)
            } else {
                then = (judge.moment(at: instant, after: moment), plan)
            }
            let table = (
                PhaseTable(steps: checklist.steps, standings: then.moment.standings), then.plan
            )
            tables[instant] = table
            return table
        }
        let atStart = schedule.starts.indices.map { place -> Verdict? in
            // Of a moment that nobody knows there is no forecast.
            guard checklist.timeline[place].start != .toBeAnnounced else { return nil }
            let then = table(at: schedule.starts[place])
            return then.table
                .finding(over: schedule.dueBeforeStart(of: place), of: checklist.timeline[place])
                .held(by: then.plan).verdict
        }
        let atEnd = schedule.starts.indices.map { place -> Verdict? in
            let phase = checklist.timeline[place]
            guard phase.status == .completed else { return nil }
            let end = min(schedule.end(of: place, in: checklist), moment.instant)
            let then = table(at: end)
            return then.table
                .finding(over: schedule.dueBeforeClosing(of: place, by: nil), of: phase)
                .held(by: then.plan).verdict
        }
        return (atStart, atEnd)
    }

    /// The emergency decisions of a phase that still owe their retrospective.
    private func owed(_ phase: PhaseID) -> [PhaseReason] {
        decisions.compactMap { decision in
            guard decision.decision.phase == phase, decision.reason.hasStood,
                case .owed(let due) = decision.retrospective
            else { return nil }
            return .retrospectiveOwed(entry: decision.entry.sequence, by: due)
        }
    }
}
