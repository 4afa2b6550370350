import Rollout

/// Every go or no-go on record, also those that a later one replaced.
enum DecisionsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Decisions")
        let newest = Dictionary(
            context.assessment.phases.compactMap { phase in
                phase.decision.map { ($0.record.sequence, $0) }
            }, uniquingKeysWith: { first, _ in first })
        let rows = context.assessment.records.compactMap { record -> [MarkdownInline]? in
            guard case .decision(let decision) = record.event else { return nil }
            let standing: MarkdownInline =
                newest[record.sequence].map { "yes: \($0.why)" }
                ?? "no: \(objection(decision, record, context))"
            return [
                phase(decision.phase, context), "**\(Choice.words(decision.choice))**",
                "\(decision.computed.rawValue)", context.author(record, role: decision.role),
                context.cellTime(record.recordedAt), "\(decision.reason)", standing,
                context.record(record),
            ]
        }
        guard !rows.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.table(
            [
                "Phase", "Decision", "Verdict then", MarkdownContext.authorHeader,
                context.timeHeader("When"), "Reason", "Stands", "Record",
            ], rows: rows)
    }

    /// Why a decision does not stand, although it is on record.
    private static func objection(
        _ decision: Decision, _ record: Record, _ context: MarkdownContext
    ) -> String {
        DecisionRule.objection(to: decision, by: record.principal, in: context.checklist)
            ?? "a newer one stands, or the checklist has no such phase"
    }

    /// The newest decision on a phase, in a sentence.
    static func sentence(_ assessment: DecisionAssessment, _ context: MarkdownContext)
        -> MarkdownInline
    {
        let decision = assessment.decision
        let record = assessment.record
        let who: MarkdownInline =
            "**\(Choice.words(decision.choice))** by \(code: record.principal) (unauthenticated)"
        let when: MarkdownInline =
            "at \(context.exactTime(record.recordedAt)), record \(context.record(record))"
        let reason: MarkdownInline = decision.reason.isEmpty ? "none" : "\(decision.reason)"
        let before: MarkdownInline = "The verdict was then \(decision.computed.rawValue)."
        return
            "Decision of the owner (\(context.role(decision.role))): \(who) \(when). \(before) Reason given: \(reason)"
    }

    private static func phase(_ id: String, _ context: MarkdownContext) -> MarkdownInline {
        context.checklist.phase(id).map { "\($0.title)" } ?? "\(code: id)"
    }
}
