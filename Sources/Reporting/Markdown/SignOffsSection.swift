import Rollout

/// Every sign-off and rejection on record, with its author, its time and whether it counts.
enum SignOffsSection: MarkdownSection {
    /// The sentence that says what a name in the report is worth.
    static let unauthenticated: MarkdownInline =
        "Every name below is **unauthenticated**: it was recorded as given, and nobody checked that the person is who the name says."

    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Sign-offs and rejections")
        let known = context.assessment.steps.flatMap(\.signOffs)
        let sequences = Set(known.map(\.record.sequence))
        let orphans = context.assessment.records.compactMap { record -> SignOffAssessment? in
            guard case .signOff(let signOff) = record.event, !sequences.contains(record.sequence)
            else { return nil }
            return SignOffAssessment(
                record: record, signOff: signOff, counts: false,
                why: "The checklist no longer has the step.")
        }
        let all = (known + orphans).sorted { $0.record.sequence < $1.record.sequence }
        guard !all.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.paragraph(unauthenticated)
        document.table(
            [
                "Step", MarkdownContext.authorHeader, "Said", context.timeHeader("When"), "Note",
                "Counts", "Record",
            ], rows: all.map { row($0, context) })
        evidence(all, context, to: &document)
    }

    /// `approved` or `rejected`.
    static func decision(_ signOff: SignOff) -> MarkdownInline {
        signOff.decision == .approve ? "approved" : "**rejected**"
    }

    private static func row(_ assessment: SignOffAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let signOff = assessment.signOff
        return [
            context.step(signOff.step.id),
            context.author(assessment.record, role: signOff.role), decision(signOff),
            context.cellTime(assessment.record.recordedAt), "\(signOff.note)",
            "\(assessment.counts ? "yes" : "no"): \(assessment.why)",
            context.record(assessment.record),
        ]
    }

    /// The files that were shown, with the digests that prove which files they were.
    private static func evidence(
        _ signOffs: [SignOffAssessment], _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        let rows = signOffs.flatMap { assessment in
            assessment.signOff.evidence.map { file -> [MarkdownInline] in
                [
                    context.record(assessment.record), "\(code: file.name)", "\(file.size)",
                    "\(code: file.digest.description)",
                ]
            }
        }
        guard !rows.isEmpty else {
            document.paragraph("No evidence file was named.")
            return
        }
        document.paragraph("Evidence files; the files stay where they are, their digests are kept:")
        document.table(["Record", "File", "Bytes", "Digest"], rows: rows)
    }
}
