/// Finds the verdict of every phase.
struct PhaseJudge {
    let checklist: Checklist
    let evidence: Evidence
    /// In the order of the checklist.
    let steps: [StepAssessment]

    /// In order of time, then of the checklist.
    var assessments: [PhaseAssessment] {
        let starts = checklist.timeline.map { $0.starts.earliest.begins(in: checklist.zone) }
        return checklist.timeline.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
            .map { assessment(checklist.timeline[$0], starts: starts[$0]) }
    }

    private func assessment(_ phase: Phase, starts: Instant) -> PhaseAssessment {
        let counted = steps.filter { $0.dueBegins <= starts }
        let (verdict, reasons) = judgement(phase, counted)
        let due = steps.filter { $0.step.due.phase == phase.id }.enumerated()
            .sorted { ($0.element.dueBegins, $0.offset) < ($1.element.dueBegins, $1.offset) }
            .map(\.element.step.id)
        return PhaseAssessment(
            phase: phase, starts: starts, verdict: verdict, reasons: reasons,
            counted: counted.map(\.step.id), due: due, decision: decision(phase, verdict))
    }

    private func judgement(
        _ phase: Phase, _ counted: [StepAssessment]
    ) -> (verdict: Verdict?, reasons: [String]) {
        if phase.status == .cancelled { return (nil, ["The phase is cancelled."]) }
        if case .doesNotApply(let because) = phase.applicability {
            return (nil, ["The phase does not apply: \(because)."])
        }
        let applicable = counted.filter { $0.status != .notApplicable }
        let blocking = applicable.filter { $0.step.level == .blocking }
        guard !blocking.isEmpty else {
            return (.noGo, ["No blocking step applies, so that nothing shows readiness."])
        }
        let open = blocking.filter { $0.status != .ready && $0.status != .waived }
        let conditions =
            blocking.filter { $0.status == .waived }
            + applicable.filter { $0.step.level == .advisory && $0.status != .ready }
        if !open.isEmpty { return (.noGo, (open + conditions).map(Self.reason)) }
        if !conditions.isEmpty { return (.conditional, conditions.map(Self.reason)) }
        return (.go, [])
    }

    private static func reason(_ step: StepAssessment) -> String {
        let level = step.step.level == .advisory ? " (advisory)" : ""
        return "\(step.step.id)\(level) is \(step.status.rawValue): \(step.reason)"
    }

    private func decision(_ phase: Phase, _ verdict: Verdict?) -> DecisionAssessment? {
        let counting = evidence.decisions[phase.id, default: []].last {
            DecisionRule.objection(to: $0.decision, by: $0.record.principal, in: checklist) == nil
        }
        guard let (record, decision) = counting else { return nil }
        let differs =
            decision.choice == .go ? verdict != .go && verdict != .conditional : verdict == .go
        var why =
            differs
            ? "The owner decided \(decision.choice.rawValue), but the evidence says "
                + "\(verdict?.rawValue ?? "nothing")."
            : "The owner's decision agrees with the evidence."
        if decision.checklist != checklist.digest {
            why += " It was made on another text of the checklist."
        }
        return DecisionAssessment(record: record, decision: decision, differs: differs, why: why)
    }
}
