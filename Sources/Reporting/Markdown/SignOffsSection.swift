import Rollout

/// Every sign-off and rejection on record, with its author, its time and whether it counts.
enum SignOffsSection: MarkdownSection {
    /// The sentence that says what a name in the report is worth.
    static let unauthenticated: MarkdownInline =
        "Every name below is **unauthenticated**: it was recorded as given, and nobody checked that the person is who the name says."

    static let header: [MarkdownInline] = [
        "Who (unauthenticated)", "Role", "Said", "When", "Note", "Evidence", "Counts", "Record",
    ]

    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Sign-offs and rejections")
        let known = context.assessment.steps.flatMap(\.signOffs)
        let sequences = Set(known.map(\.record.sequence))
        let orphans = context.assessment.records.compactMap { record -> SignOffAssessment? in
            guard case .signOff(let signOff) = record.event, !sequences.contains(record.sequence)
            else { return nil }
            return SignOffAssessment(
                record: record, signOff: signOff, counts: false,
                why: "the checklist no longer has the step")
        }
        let all = (known + orphans).sorted { $0.record.sequence < $1.record.sequence }
        guard !all.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.paragraph(unauthenticated)
        document.table(
            ["Step"] + header,
            rows: all.map { [context.step($0.signOff.step.id)] + row($0, context) })
    }

    /// The cells of a sign-off, without its step.
    static func row(_ assessment: SignOffAssessment, _ context: MarkdownContext) -> [MarkdownInline]
    {
        let signOff = assessment.signOff
        let evidence = signOff.evidence.map { file -> MarkdownInline in
            "\(code: file.name), \(file.size) bytes, \(code: file.digest.description)"
        }
        return [
            "\(code: assessment.record.principal)", context.role(signOff.role),
            signOff.decision == .approve ? "approved" : "**rejected**",
            context.exactTime(assessment.record.recordedAt), "\(signOff.note)",
            evidence.isEmpty ? "none" : .joined(evidence, separator: "<br>"),
            "\(assessment.counts ? "yes" : "no"): \(assessment.why)",
            context.record(assessment.record),
        ]
    }
}
