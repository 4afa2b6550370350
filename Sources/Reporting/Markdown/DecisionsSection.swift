import Rollout

/// Every go or no-go on record, also those that a later one replaced.
enum DecisionsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Decisions")
        let decisions = context.assessment.decisions
        guard !decisions.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        let phases = Dictionary(
            context.assessment.phases.map { ($0.phase.id, $0) }
        ) { first, _ in first }
        document.table(
            [
                "Phase", "Decision", "Made on", MarkdownContext.authorHeader,
                context.timeHeader("When"), "Reason", "Stands", "Entry",
            ],
            rows: decisions.map { row($0, phases[$0.decision.phase], context) })
    }

    private static func row(
        _ assessment: DecisionAssessment, _ phase: PhaseAssessment?, _ context: MarkdownContext
    ) -> [MarkdownInline] {
        let decision = assessment.decision
        let title =
            phase.map { DecisionWording.title(assessment, in: $0) }
            ?? DecisionWording.choice(decision.choice)
        let relation = phase.flatMap { DecisionWording.relation(assessment, in: $0) }
        let why = relation ?? DecisionWording.sentence(assessment.reason, context.words)
        return [
            context.phase(decision.phase), "**\(title)**", "\(DecisionWording.basis(decision))",
            context.author(assessment.entry, role: assessment.role),
            context.cellTime(assessment.entry.recordedAt), "\(decision.reason)",
            "\(assessment.stands ? "yes" : "no"): \(why)\(emergency(assessment, context))",
            context.entry(assessment.entry),
        ]
    }

    private static func emergency(
        _ assessment: DecisionAssessment, _ context: MarkdownContext
    ) -> MarkdownInline {
        guard let standing = assessment.retrospective else { return "" }
        return " **\(RetrospectiveWording.standing(standing, context.words))**"
    }

    /// The decision that stands for a phase, in a few sentences.
    static func sentence(
        _ assessment: DecisionAssessment, in phase: PhaseAssessment, _ context: MarkdownContext
    ) -> MarkdownInline {
        let decision = assessment.decision
        let entry = assessment.entry
        let who: MarkdownInline =
            "**\(DecisionWording.title(assessment, in: phase))** by \(context.author(entry))"
        let when: MarkdownInline =
            "at \(context.exactTime(entry.recordedAt)), entry \(context.entry(entry))"
        let reason: MarkdownInline = decision.reason.isEmpty ? "none" : "\(decision.reason)"
        return
            "Decision of the owner (\(context.role(assessment.role))): \(who) \(when). It was made on \(DecisionWording.basis(decision)). Reason given: \(reason)"
    }
}
