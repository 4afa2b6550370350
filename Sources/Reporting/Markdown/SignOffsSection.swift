import Rollout

/// Every sign-off and rejection on record, with its author, its time and whether it counts.
enum SignOffsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Sign-offs and rejections")
        let all = context.assessment.signOffs
        guard !all.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.list(Self.authentications(all.map(\.entry)))
        document.table(
            [
                "Step", MarkdownContext.authorHeader, "Said", context.timeHeader("When"), "Note",
                "Counts", "Entry",
            ], rows: all.map { row($0, context) })
        evidence(all, context, to: &document)
    }

    /// What the words beside the names mean, for those that occur.
    static func authentications(_ entries: [Entry]) -> [MarkdownInline] {
        var used: [String: Authentication] = [:]
        for entry in entries { used[entry.authentication.code] = entry.authentication }
        return used.sorted { $0.key < $1.key }.map {
            "**\(AuthenticationWording.word($0.value))**: \(AuthenticationWording.meaning($0.value))"
        }
    }

    /// `approved` or `rejected`.
    static func said(_ signOff: SignOff) -> MarkdownInline {
        let verb = SignOffWording.verb(signOff.choice)
        return signOff.choice == .approve ? "\(verb)" : "**\(verb)**"
    }

    private static func row(_ assessment: SignOffAssessment, _ context: MarkdownContext)
        -> [MarkdownInline]
    {
        let why = SignOffWording.sentence(assessment, context.words)
        return [
            context.step(assessment.step), context.author(assessment.entry, role: assessment.role),
            said(assessment.signOff), context.cellTime(assessment.entry.recordedAt),
            "\(assessment.signOff.note)", "\(assessment.counts ? "yes" : "no"): \(why)",
            context.entry(assessment.entry),
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
                    context.entry(assessment.entry), "\(code: file.name)", "\(file.file.size)",
                    "\(code: file.file.digest.description)",
                ]
            }
        }
        guard !rows.isEmpty else {
            document.paragraph("No evidence file was named.")
            return
        }
        document.paragraph(
            "Evidence files; a copy of each is kept beside the ledger by its digest:")
        document.table(["Entry", "File", "Bytes", "Digest"], rows: rows)
    }
}
