import Rollout

/// The entries that somebody said were made at another time than a clock had dated them.
enum CorrectionsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let corrections = context.assessment.corrections
        guard !corrections.isEmpty else { return }
        document.heading(2, "Corrected times")
        document.table(
            [
                "Entry", context.timeHeader("Recorded as"), context.timeHeader("Made"), "By",
                "Reason", "Counts", "Entry of the correction",
            ], rows: corrections.map { row($0, context) })
    }

    private static func row(_ assessment: CorrectionAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let why = CorrectionWording.sentence(assessment.reason, context.words)
        return [
            context.entry(assessment.correction.entry),
            assessment.recordedAs.map { context.cellTime($0) } ?? "unknown",
            context.cellTime(assessment.correction.time), context.author(assessment.entry),
            "\(assessment.correction.reason)",
            "\(assessment.reason == .counts ? "yes" : "no"): \(why)",
            context.entry(assessment.entry),
        ]
    }
}
