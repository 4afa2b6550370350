import Rollout

/// Everything that somebody took back, or tried to.
enum RevocationsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Revocations")
        let revocations = context.assessment.revocations
        guard !revocations.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.table(
            ["Entry taken back", "By", "Reason", context.timeHeader("When"), "Counts", "Entry"],
            rows: revocations.map { row($0, context) })
    }

    private static func row(_ assessment: RevocationAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let why = RevocationWording.sentence(assessment.reason, context.words)
        return [
            context.entry(assessment.revocation.entry), context.author(assessment.entry),
            "\(assessment.revocation.reason)", context.cellTime(assessment.entry.recordedAt),
            "\(assessment.reason == .counts ? "yes" : "no"): \(why)",
            context.entry(assessment.entry),
        ]
    }
}
