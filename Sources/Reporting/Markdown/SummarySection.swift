import Rollout

/// The title, the verdict and the counts: what a board must see first.
enum SummarySection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let assessment = context.assessment
        document.heading(1, "Readiness: \(context.checklist.title)")
        let change = context.checklist.change
        if !change.message.isEmpty {
            document.paragraph("Change \(code: change.message)\(product(change))")
        }
        document.heading(
            2,
            "\(assessment.verdict.mark) \(assessment.verdict.rawValue) as of \(LocalTime.text(context.asOf, in: context.zone))"
        )
        document.paragraph(overview(context))
        phases(context, to: &document)
        counts(assessment.steps, to: &document)
        late(context, to: &document)
    }

    private static func product(_ change: Change) -> MarkdownInline {
        change.product.isEmpty ? "" : ", \(change.product)"
    }

    /// Where things stand in two or three sentences.
    private static func overview(_ context: MarkdownContext) -> MarkdownInline {
        let steps = context.assessment.steps
        guard !steps.isEmpty else {
            return "The checklist has no steps, so nothing was checked and nothing can be ready."
        }
        let counts = StatusCounts(steps)
        let blocking = StatusCounts(steps.filter { $0.step.level == .blocking })
        var sentences: [MarkdownInline] = [
            "Ready: \(counts[.ready]) of all \(counts.total) steps, \(blocking[.ready]) of the \(blocking.total) blocking ones."
        ]
        sentences.append(counts.late == 0 ? "No step is late." : "**Late steps: \(counts.late).**")
        let cautions = steps.flatMap(\.checks).filter { !$0.definition.caution.isEmpty }.count
        if cautions > 0 {
            sentences.append("⚠️ Checks that leave something unverified on purpose: \(cautions).")
        }
        let next = context.assessment.phases.first { $0.verdict != nil && $0.starts > context.asOf }
        if let next {
            let minus = TMinus(start: next.starts, asOf: context.asOf, zone: context.zone)
            sentences.append("Next start: \(next.phase.title), \(minus.words) (\(minus.short)).")
        }
        return .joined(sentences, separator: " ")
    }

    private static func phases(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        guard !context.assessment.phases.isEmpty else {
            document.paragraph(
                "The timeline has no phases, so there is nothing to give a verdict on.")
            return
        }
        let rows = context.assessment.phases.map { phase -> [MarkdownInline] in
            let minus = TMinus(start: phase.starts, asOf: context.asOf, zone: context.zone)
            let counted = context.assessment.steps.filter { phase.counted.contains($0.step.id) }
            return [
                "\(phase.phase.title)", "\(LocalTime.range(phase.phase.starts))",
                "\(phase.phase.status == .cancelled ? "–" : minus.short)",
                "\(phase.phase.status.rawValue)", context.verdict(phase.verdict),
                decision(phase.decision),
                phase.verdict == nil ? "–" : "\(StatusCounts(counted).readyOfTotal)",
            ]
        }
        document.table(
            ["Phase", "Starts", "T-minus", "Status", "Verdict", "Decision", "Steps that count"],
            rows: rows)
    }

    private static func decision(_ decision: DecisionAssessment?) -> MarkdownInline {
        guard let decision else { return "none recorded" }
        let differs: MarkdownInline = decision.differs ? ", **differs**" : ""
        return "\(Choice.words(decision.decision.choice))\(differs)"
    }

    private static func counts(_ steps: [StepAssessment], to document: inout MarkdownDocument) {
        let counts = StatusCounts(steps)
        document.table(
            StatusCounts.order.map { "\($0.mark) \($0.rawValue)" } + ["all steps"],
            rows: [StatusCounts.order.map { "\(counts[$0])" } + ["**\(counts.total)**"]])
    }

    private static func late(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let late = context.assessment.steps.filter(\.isLate).sorted { left, right in
            left.dueLapses < right.dueLapses
        }
        guard !late.isEmpty else { return }
        document.paragraph("Late steps, the longest first:")
        document.list(
            late.map { step in
                "\(context.step(step.step.id)) \(step.step.title): **\(Lateness.words(step, asOf: context.asOf) ?? "late")**, \(context.status(step.status)), \(step.step.level.rawValue), \(context.role(step.step.role))"
            })
    }
}
