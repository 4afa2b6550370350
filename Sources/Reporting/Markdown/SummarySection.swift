import Rollout

/// The title, the verdict and the counts: what a board must see first.
enum SummarySection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let verdict = context.assessment.verdict
        let forecast: MarkdownInline = context.report.isForecast ? "Forecast: " : "Readiness: "
        document.heading(1, "\(forecast)\(context.checklist.title)")
        if !context.report.isTextOnRecord {
            document.paragraph(
                "⚠️ The text of the checklist is not on record, so that no command renders this report again."
            )
        }
        let scope = ScopeWording.words(context.checklist)
        if !scope.isEmpty { document.paragraph("Rollout: \(scope)") }
        let change = context.checklist.change
        if !change.message.isEmpty {
            document.paragraph("Change \(code: change.message)\(product(change))")
        }
        document.heading(
            2, "\(verdict.mark) \(verdict.rawValue) as of \(context.words.time(context.asOf))")
        document.paragraph(overview(context))
        document.list(context.report.ledgerWarnings.map { "⚠️ \(LedgerWording.sentence($0))" })
        phases(context, to: &document)
        counts(context.facts.counts, to: &document)
        late("Late steps, the longest first:", context.facts.late, context, to: &document)
        late("Steps that were finished late:", context.facts.finishedLate, context, to: &document)
    }

    private static func product(_ change: Change) -> MarkdownInline {
        change.product.isEmpty ? "" : ", \(change.product)"
    }

    /// Where things stand in a few sentences.
    private static func overview(_ context: MarkdownContext) -> MarkdownInline {
        let counts = context.facts.counts
        let blocking = context.facts.blocking
        guard counts.total > 0 else {
            return "The checklist has no steps, so nothing was checked and nothing can be ready."
        }
        var sentences: [MarkdownInline] = [
            "Ready: \(counts[.ready]) of the \(counts.applicable) steps that apply, \(blocking[.ready]) of the \(blocking.applicable) blocking ones."
        ]
        if counts[.resting] > 0 {
            sentences.append("Ready only because of a waiver: \(counts[.resting]).")
        }
        if context.facts.editorial > 0 {
            sentences.append(
                "⚠️ Ready by evidence for earlier words, which the owner says mean the same: \(context.facts.editorial)."
            )
        }
        sentences.append(counts.late == 0 ? "No step is late." : "**Late steps: \(counts.late).**")
        if context.facts.cautions > 0 {
            sentences.append(
                "⚠️ Checks that leave something unverified on purpose: \(context.facts.cautions).")
        }
        if let next = context.facts.next {
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
        let rows = zip(context.assessment.phases, context.facts.phases).map {
            phase, own -> [MarkdownInline] in
            let minus = TMinus(start: phase.starts, asOf: context.asOf, zone: context.zone)
            return [
                "\(phase.phase.title)", starts(phase.phase),
                "\(phase.phase.status == .cancelled ? "–" : minus.short)",
                "\(phase.phase.status.rawValue)", context.verdict(phase.verdict),
                holds(phase, context),
                phase.verdict == nil ? "–" : context.verdict(phase.atStart),
                phase.verdict == nil ? "–" : context.verdict(phase.closing.verdict),
                decision(phase, context), phase.verdict == nil ? "–" : "\(own.counts.readyOfTotal)",
            ]
        }
        document.table(
            [
                "Phase", "Starts", "T-minus", "Status", "Verdict", "Holds until", "At the start",
                "May it be closed", "Decision", "Steps that count",
            ], rows: rows)
    }

    private static func starts(_ phase: Phase) -> MarkdownInline {
        phase.started.map { "\(LocalTime.point($0))" } ?? "\(LocalTime.range(phase.starts))"
    }

    private static func holds(
        _ phase: PhaseAssessment, _ context: MarkdownContext
    ) -> MarkdownInline {
        guard phase.verdict != nil else { return "–" }
        return phase.holdsUntil.map { "\(LocalTime.clock($0, in: context.zone))" }
            ?? "something new is recorded"
    }

    private static func decision(
        _ phase: PhaseAssessment, _ context: MarkdownContext
    ) -> MarkdownInline {
        switch context.assessment.decision(on: .start, of: phase) {
        case .none: return "none recorded"
        case .doesNotStand: return "none that stands"
        case .stands(let decision):
            let differs: MarkdownInline = decision.differs ? ", **differs**" : ""
            return "\(DecisionWording.title(decision, in: phase))\(differs)"
        }
    }

    private static func counts(_ counts: StatusCounts, to document: inout MarkdownDocument) {
        document.table(
            StepState.allCases.map { "\($0.mark) \($0.words)" } + ["all steps"],
            rows: [StepState.allCases.map { "\(counts[$0])" } + ["**\(counts.total)**"]])
    }

    private static func late(
        _ title: MarkdownInline, _ places: [Int], _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        guard !places.isEmpty else { return }
        document.paragraph(title)
        document.list(
            places.map { place in
                let step = context.assessment.steps[place]
                return
                    "\(context.step(step.step.id)) \(step.step.title): **\(Lateness.words(step, asOf: context.asOf) ?? "late")**, \(context.state(step)), \(step.step.level.rawValue), \(context.role(step.step.role))"
            })
    }
}
