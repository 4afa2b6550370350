import Rollout

/// The rewordings that somebody said changed no meaning, and what counts by that.
enum EditorialsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let editorials = context.assessment.editorials
        guard !editorials.isEmpty else { return }
        document.heading(2, "Editorial changes")
        document.paragraph(
            "What was recorded for the words before counts for the words of today where the owner said that a rewording changed no meaning. Rules of a step cannot be changed that way."
        )
        document.table(
            [
                "Step", MarkdownContext.authorHeader, "Title before", "Reason",
                context.timeHeader("When"), "Counts", "Carries over", "Entry",
            ], rows: editorials.map { row($0, context) })
    }

    private static func row(_ assessment: EditorialAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let why = EditorialWording.sentence(assessment.reason, context.words)
        let entry = assessment.entry
        return [
            context.step(assessment.step),
            entry.statement.role.map { context.author(entry, role: $0) } ?? context.author(entry),
            "\(assessment.editorial.before.title)", "\(assessment.editorial.reason)",
            context.cellTime(entry.recordedAt),
            "\(assessment.reason == .counts ? "yes" : "no"): \(why)",
            assessment.carries.isEmpty ? "nothing" : "\(Prose.entries(assessment.carries))",
            context.entry(entry),
        ]
    }
}
