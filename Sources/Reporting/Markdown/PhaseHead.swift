import Rollout

/// What a phase is, its verdicts, and what was decided.
enum PhaseHead {
    static func write(
        _ assessment: PhaseAssessment, _ own: PhaseFacts, _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        let phase = assessment.phase
        let minus = TMinus(start: assessment.starts, asOf: context.asOf, zone: context.zone)
        let verdict: MarkdownInline = "\(PhaseWording.word(assessment.verdict))"
        let when: MarkdownInline = phase.status == .cancelled ? "" : " (\(minus.short))"
        document.heading(3, "\(phase.title): \(verdict)\(when)")
        document.list(dates(phase, minus))
        verdicts(assessment, own, context, to: &document)
        decision(assessment, context, to: &document)
        conditions(assessment, context, to: &document)
    }

    private static func dates(_ phase: Phase, _ minus: TMinus) -> [MarkdownInline] {
        var facts: [MarkdownInline] = [
            "Phase: \(code: phase.id.text), \(phase.status.rawValue). \(minus.sentence(for: phase))",
            "Starts: \(LocalTime.range(phase.starts))\(openRange(phase.starts, phase.started))",
        ]
        if let started = phase.started { facts.append("Started: \(LocalTime.point(started))") }
        facts.append(
            phase.ends.map { "Ends: \(LocalTime.range($0))\(openRange($0, phase.ended))" }
                ?? "Ends: not announced")
        if let ended = phase.ended { facts.append("Ended: \(LocalTime.point(ended))") }
        if !phase.source.isEmpty { facts.append("Read from: “\(phase.source)”") }
        if !phase.audience.isEmpty { facts.append("Audience: \(phase.audience)") }
        return facts
    }

    private static func openRange(
        _ range: CalendarRange, _ actual: CalendarPoint?
    ) -> MarkdownInline {
        guard range.earliest != range.latest else { return "" }
        return actual == nil
            ? " (as announced; the earliest day counts)" : " (as announced)"
    }

    private static func verdicts(
        _ phase: PhaseAssessment, _ own: PhaseFacts, _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        guard phase.verdict != nil else {
            let reasons = phase.current.reasons.map { reason -> MarkdownInline in
                "\(PhaseWording.sentence(reason, context.words))"
            }
            document.paragraph("**No verdict.** \(.joined(reasons, separator: " "))")
            return
        }
        document.paragraph(
            "\(PhaseWording.question(phase))? \(context.verdict(phase.verdict)), over the steps that count: \(own.counts.words)."
        )
        let outlook = [
            PhaseWording.forecast(phase, context.words), PhaseWording.closing(phase),
        ].compactMap(\.self)
        document.list(
            outlook.map { "\($0)" } + [
                "Steps due up to the start: \(own.beforeStart.count); after it: \(own.afterStart.count)."
            ])
    }

    private static func decision(
        _ phase: PhaseAssessment, _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        let owner: MarkdownInline =
            "Decision of the owner (\(context.role(context.checklist.owner)))"
        switch context.assessment.decision(on: .start, of: phase) {
        case .stands(let decision):
            document.paragraph(DecisionsSection.sentence(decision, in: phase, context))
            if decision.differs, let relation = DecisionWording.relation(decision, in: phase) {
                document.paragraph("⚠️ **\(relation)**")
            }
        case .none where phase.verdict != nil:
            document.paragraph("\(owner): none recorded.")
        case .doesNotStand(let newest) where phase.verdict != nil:
            document.paragraph(
                "\(owner): none that stands. The newest one, entry \(context.entry(newest.entry)), does not count: \(DecisionWording.sentence(newest.reason, context.words))"
            )
        case .none, .doesNotStand: break
        }
    }

    /// What holds the phase back, and what holds back only its closing.
    private static func conditions(
        _ phase: PhaseAssessment, _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        guard phase.verdict != nil else { return }
        let now = phase.current.reasons
        let known = Set(now)
        let later = phase.closing.reasons.filter { !known.contains($0) }
        list("Open conditions:", now, context, to: &document)
        list("Open conditions of its closing alone:", later, context, to: &document)
    }

    private static func list(
        _ title: MarkdownInline, _ reasons: [PhaseReason], _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        guard !reasons.isEmpty else { return }
        document.paragraph(title)
        document.list(reasons.map { "\(PhaseWording.sentence($0, context.words))" })
    }
}
