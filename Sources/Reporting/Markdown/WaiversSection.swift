import Rollout

/// Every waiver on record, and everything that was taken back.
enum WaiversSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Waivers")
        let waivers = context.assessment.waivers
        if waivers.isEmpty {
            document.paragraph("None recorded.")
        } else {
            document.paragraph(
                "A waived step is never counted as ready. Names are **unauthenticated**: recorded as given."
            )
            document.table(
                [
                    "Step", MarkdownContext.authorHeader, context.timeHeader("Recorded"),
                    context.timeHeader("Until"), "Reason", "Covers", "Record",
                ],
                rows: waivers.map { row($0, context) })
        }
        revocations(context, to: &document)
    }

    private static func row(_ assessment: WaiverAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let waiver = assessment.waiver
        return [
            context.step(waiver.step.id), context.author(assessment.record, role: waiver.role),
            context.cellTime(assessment.record.recordedAt), context.cellTime(waiver.until),
            "\(waiver.reason)", "\(assessment.covers ? "yes" : "no"): \(assessment.why)",
            context.record(assessment.record),
        ]
    }

    private static func revocations(
        _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        let rows = context.assessment.records.compactMap { record -> [MarkdownInline]? in
            guard case .revocation(let revocation) = record.event else { return nil }
            return [
                "\(revocation.sequence) \(code: revocation.digest.short)",
                "\(code: record.principal)", "\(revocation.reason)",
                context.cellTime(record.recordedAt), context.record(record),
            ]
        }
        document.heading(2, "Revocations")
        guard !rows.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.table(
            [
                "Record taken back", "By (unauthenticated)", "Reason", context.timeHeader("When"),
                "Record",
            ], rows: rows)
    }
}
