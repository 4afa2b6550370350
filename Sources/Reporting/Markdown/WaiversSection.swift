import Rollout

/// Every waiver on record.
enum WaiversSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Waivers")
        let waivers = context.assessment.waivers
        guard !waivers.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.paragraph(
            "A waived step is never counted as ready, and a step that needs it is ready only as long as the waiver lasts."
        )
        document.table(
            [
                "Step", MarkdownContext.authorHeader, context.timeHeader("Recorded"),
                context.timeHeader("Until"), "Reason", "Covers", "Entry",
            ], rows: waivers.map { row($0, context) })
    }

    private static func row(_ assessment: WaiverAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let waiver = assessment.waiver
        let why = WaiverWording.sentence(assessment.reason, context.words)
        return [
            context.step(assessment.step), context.author(assessment.entry, role: assessment.role),
            context.cellTime(assessment.entry.recordedAt), context.cellTime(waiver.until),
            "\(waiver.reason)", "\(assessment.covers ? "yes" : "no"): \(why)",
            context.entry(assessment.entry),
        ]
    }
}
