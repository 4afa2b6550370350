extension Checklist {
    /// What the entries say about the checklist at an instant.
    ///
    /// A pure function: the same checklist, entries and instant give the same assessment, in
    /// whatever order the entries come. Entries about other checklists do not count; which part of
    /// a ledger belongs to the judgement is for the caller to choose.
    ///
    /// `notKept` are the numbers of entries with files that can no longer be shown as they were.
    package func assessment(
        of entries: [Entry], asOf: Instant, notKept: Set<Int> = []
    ) -> Assessment {
        let corrections = Corrections(entries, of: self)
        let judge = RolloutJudge(self, corrections.entries, at: asOf, notKept: notKept)
        let moment = judge.moment(at: asOf)
        let decisions = DecisionJudge(index: judge.index, instant: asOf).assessments
        let plan = PlanJudge(judge.index)
        let phases = PhaseJudge(
            judge: judge, moment: moment, decisions: decisions, plan: plan.standing,
            holdsUntil: Forecast(judge, from: moment).changes
        ).assessments
        let related = Dictionary(
            phases.flatMap { [$0.decision, $0.closingDecision] }.compactMap(\.self)
                .map { ($0.entry.sequence, $0) }
        ) { first, _ in first }
        let steps = StepAssembly(judge: judge, moment: moment)
        return Assessment(
            checklist: self, asOf: asOf, phases: phases, steps: steps.assessments,
            unattachedSignOffs: steps.unattachedSignOffs, waivers: steps.waivers,
            revocations: judge.index.revoked,
            decisions: decisions.map { related[$0.entry.sequence] ?? $0 },
            corrections: corrections.assessments, editorials: judge.index.editorialAssessments,
            polls: PollJudge(index: judge.index).assessments, approvals: plan.assessments,
            plan: plan.standing, reuses: EvidenceReuse.found(in: judge.index),
            sites: SiteAssessment.all(self, steps.assessments, judge.index, at: asOf),
            outcomeObjections: judge.index.outcomeObjections, entries: judge.index.entries)
    }
}

extension EvidenceIndex {
    /// Why outcomes of checks do not count, by the numbers of their entries.
    fileprivate var outcomeObjections: [Int: CheckObjection] {
        Dictionary(checkObjections.map { (entries[$0].sequence, $1) }) { first, _ in first }
    }

    /// Every revocation on record, in the order of the ledger.
    fileprivate var revoked: [RevocationAssessment] {
        revocations.compactMap { place in
            guard case .revocation(let revocation) = entries[place].statement.body,
                let reason = revocationReasons[place]
            else { return nil }
            return RevocationAssessment(
                entry: entries[place], revocation: revocation, reason: reason)
        }
    }
}
