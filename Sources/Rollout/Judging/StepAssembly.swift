/// Puts together what is known about each step, and what is on record besides.
struct StepAssembly {
    let assessments: [StepAssessment]
    /// Those that no step of the checklist has, in the order of the ledger.
    let unattachedSignOffs: [SignOffAssessment]
    /// Every waiver on record, in the order of the ledger.
    let waivers: [WaiverAssessment]

    init(judge: RolloutJudge, moment: RolloutJudge.Moment) {
        let histories = ReadyHistory(judge, until: moment.instant)
        let steps = judge.steps.indices.map { place in
            Self.assessment(judge, moment, place, histories)
        }
        assessments = steps
        unattachedSignOffs = Self.unattached(judge.index, steps)
        waivers = Self.waivers(judge, moment)
    }

    private static func assessment(
        _ judge: RolloutJudge, _ moment: RolloutJudge.Moment, _ place: Int,
        _ histories: ReadyHistory
    ) -> StepAssessment {
        let own = moment.own[place]
        let standing = moment.standings[place]
        let dueTime = judge.schedule.dueTimes[place]
        let evidence = own.evidence
        return StepAssessment(
            step: judge.checklist.steps[place], status: standing.finding.status,
            reason: standing.finding.reason, withoutWaiver: standing.withoutWaiver,
            restsOn: standing.restsOn, due: dueTime.point, dueBegins: dueTime.begins,
            dueLapses: dueTime.lapses,
            punctuality: histories.punctuality(
                of: place, standing.finding.status, dueTime, at: moment.instant),
            countsUntil: judge.steps[place].countsUntil(own), checks: evidence.checkAssessments,
            signOffs: evidence.signOffAssessments,
            lacking: standing.finding.status.isSettled ? [] : evidence.lacking)
    }

    private static func unattached(
        _ index: EvidenceIndex, _ steps: [StepAssessment]
    ) -> [SignOffAssessment] {
        let sequences = Set(steps.lazy.flatMap(\.signOffs).map(\.entry.sequence))
        return index.entries.indices.compactMap { place in
            let entry = index.entries[place]
            guard case .signOff(let signOff) = entry.statement.body,
                !sequences.contains(entry.sequence), let step = entry.statement.step?.id,
                let role = entry.statement.role
            else { return nil }
            return SignOffAssessment(
                entry: entry, signOff: signOff, step: step, role: role,
                reason: index.foreign[place].map { .foreign($0) } ?? .stepRemoved)
        }
    }

    private static func waivers(
        _ judge: RolloutJudge, _ moment: RolloutJudge.Moment
    ) -> [WaiverAssessment] {
        let index = judge.index
        let instant = moment.instant
        var reasons: [Int: WaiverReason] = [:]
        for (step, own) in zip(judge.steps, moment.own) {
            for (place, reason) in step.waiverReasons(at: instant, own.evidence) {
                reasons[place] = reason
            }
        }
        return index.entries.indices.compactMap { place in
            let entry = index.entries[place]
            guard case .waiver(let waiver) = entry.statement.body,
                let step = entry.statement.step?.id, let role = entry.statement.role
            else { return nil }
            let unattached = WaiverJudge(step: nil, index: index)
            return WaiverAssessment(
                entry: entry, waiver: waiver, step: step, role: role,
                reason: reasons[place] ?? unattached.reason(of: place, waiver, at: instant),
                carriedBy: index.editorials(behind: place))
        }
    }
}
