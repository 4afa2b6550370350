import Rollout

/// One part for each phase in order of time, with the steps that are due against it.
enum PhasesSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Phases and their steps")
        if context.assessment.phases.isEmpty, context.assessment.steps.isEmpty {
            document.paragraph("The checklist has neither phases nor steps.")
        }
        var listed: Set<String> = []
        for phase in context.assessment.phases {
            self.phase(phase, context, to: &document)
            let due = phase.due.filter { listed.insert($0).inserted }
            steps(due.compactMap(context.assessment.step), context, to: &document)
        }
        let others = context.assessment.steps.filter { !listed.contains($0.step.id) }
        guard !others.isEmpty else { return }
        document.heading(3, "Steps that are due against no phase")
        steps(others, context, to: &document)
    }

    private static func phase(
        _ assessment: PhaseAssessment, _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        let phase = assessment.phase
        let minus = TMinus(start: assessment.starts, asOf: context.asOf, zone: context.zone)
        let verdict: MarkdownInline = "\(assessment.verdict?.rawValue ?? "no verdict")"
        let when: MarkdownInline = phase.status == .cancelled ? "" : " (\(minus.short))"
        document.heading(3, "\(phase.title): \(verdict)\(when)")
        var facts: [MarkdownInline] = [
            "Phase: \(code: phase.id), \(phase.status.rawValue). \(minus.sentence(for: phase))",
            "Starts: \(LocalTime.range(phase.starts))\(openRange(phase.starts))",
        ]
        facts.append(
            phase.ends.map { "Ends: \(LocalTime.range($0))\(openRange($0))" }
                ?? "Ends: not announced")
        if !phase.source.isEmpty { facts.append("Read from: “\(phase.source)”") }
        if !phase.audience.isEmpty { facts.append("Audience: \(phase.audience)") }
        if case .doesNotApply(let because) = phase.applicability {
            facts.append("**Not applicable:** \(because)")
        }
        document.list(facts)
        verdictAndDecision(assessment, context, to: &document)
    }

    private static func openRange(_ range: CalendarRange) -> MarkdownInline {
        range.earliest == range.latest ? "" : " (as announced; the earliest day counts)"
    }

    private static func verdictAndDecision(
        _ phase: PhaseAssessment, _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        let reasons = phase.reasons.map { reason -> MarkdownInline in "\(reason)" }
        if phase.verdict == nil {
            document.paragraph("**No verdict.** \(.joined(reasons, separator: " "))")
        } else {
            let counted = context.assessment.steps.filter { phase.counted.contains($0.step.id) }
            let over: MarkdownInline =
                "over the steps that count: \(StatusCounts(counted).words)"
            document.paragraph(
                "Verdict from the evidence: \(context.verdict(phase.verdict)), \(over)")
        }
        if let decision = phase.decision {
            document.paragraph(DecisionsSection.sentence(decision, context))
            if decision.differs {
                document.paragraph("⚠️ **The decision differs from the verdict.** \(decision.why)")
            }
        } else if phase.verdict != nil {
            document.paragraph(
                "Decision of the owner (\(context.role(context.checklist.owner))): none recorded.")
        }
        guard phase.verdict != nil, !reasons.isEmpty else { return }
        document.paragraph(
            phase.verdict == .go ? "What the verdict rests on:" : "What holds it back:")
        document.list(reasons)
    }

    private static func steps(
        _ steps: [StepAssessment], _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        guard !steps.isEmpty else {
            document.paragraph("No step is due against this phase.")
            return
        }
        for role in roles(of: steps, context) {
            let own = steps.filter { $0.step.role == role }
            document.heading(4, "\(context.role(role)): \(StatusCounts(own).words)")
            document.table(
                ["Step", "Level", "Due", "Status", "Why"],
                rows: own.map { row($0, context) })
        }
        document.heading(4, "Step by step")
        for step in steps { StepDetails.write(step, context, to: &document) }
    }

    /// The roles of the steps: those of the checklist in its order, then any other.
    private static func roles(of steps: [StepAssessment], _ context: MarkdownContext) -> [String] {
        let known = context.checklist.roles.map(\.id)
        let used = steps.map(\.step.role)
        return (known + used).reduce(into: []) { roles, role in
            if used.contains(role), !roles.contains(role) { roles.append(role) }
        }
    }

    private static func row(_ step: StepAssessment, _ context: MarkdownContext) -> [MarkdownInline]
    {
        [
            "\(context.step(step.step.id)) \(step.step.title)", "\(step.step.level.rawValue)",
            context.due(step), context.status(step.status), "\(step.reason)",
        ]
    }
}
