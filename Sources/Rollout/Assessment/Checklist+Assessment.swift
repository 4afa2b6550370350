extension Checklist {
    /// What the records say about the checklist at an instant.
    ///
    /// A pure function: the same checklist, records and instant give the same assessment, in
    /// whatever order the records come. Records of other checklists and of a later time do not count.
    package func assessment(of records: [Record], asOf: Instant) -> Assessment {
        let evidence = Evidence(records, about: self, asOf: asOf)
        let waivers = WaiverJudge(checklist: self, evidence: evidence).assessments
        let covering = Dictionary(
            waivers.filter(\.covers).map { ($0.waiver.step.id, $0) }
        ) { _, newest in newest }
        let judges = steps.map {
            StepJudge(step: $0, checklist: self, evidence: evidence, waiver: covering[$0.id])
        }
        let findings = NeedsJudge(checklist: self, own: judges.map(\.finding)).findings
        let assessed = zip(judges, findings).map { assessment(of: $0, $1, asOf: asOf) }
        return Assessment(
            checklist: self, asOf: asOf,
            phases: PhaseJudge(checklist: self, evidence: evidence, steps: assessed).assessments,
            steps: assessed, waivers: waivers, records: evidence.records)
    }

    private func assessment(of judge: StepJudge, _ finding: StepJudge.Finding, asOf: Instant)
        -> StepAssessment
    {
        // Decoding refuses a step that is due at no point; here it counts for every phase.
        let due = duePoint(of: judge.step) ?? earliestStart ?? .day(zone.local(asOf).date)
        let lapses = due.lapses(in: zone)
        let isDone = [.ready, .waived, .notApplicable].contains(finding.status)
        return StepAssessment(
            step: judge.step, status: finding.status, reason: finding.reason, due: due,
            dueBegins: due.begins(in: zone), dueLapses: lapses, isLate: asOf >= lapses && !isDone,
            checks: judge.checks, signOffs: judge.signOffs)
    }

    /// The point at which the first phase may start; nil where there is no phase.
    private var earliestStart: CalendarPoint? {
        timeline.map(\.starts.earliest).min { $0.begins(in: zone) < $1.begins(in: zone) }
    }

    /// When a step is due; nil where its phase is not there or has no end to count from, which decoding refuses.
    package func duePoint(of step: Step) -> CalendarPoint? {
        phase(step.due.phase).flatMap { step.due.point(in: $0, zone: zone) }
    }
}
