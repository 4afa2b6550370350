import Rollout

/// What it takes to trace every line of the report, and to render it again.
enum VerificationSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        parameters(context, to: &document)
        document.heading(2, "How to verify this report")
        document.paragraph(
            "The same checklist, the same ledger and the same instant give the same bytes. The report does not contain the time at which it was rendered."
        )
        document.table(["What", "Value"], rows: rows(context))
        document.paragraph(
            "The command that renders it again; `--ledger` names the ledger where it is not the one of the folder:"
        )
        document.code(ShellWord.line(context.report.command), language: "sh")
        self.records(context, to: &document)
        document.details("What the verdicts and statuses mean") { document in
            document.table(
                ["Verdict", "Meaning"],
                rows: Verdict.allCases.map { [context.verdict($0), "\($0.meaning)"] })
            document.paragraph(
                "The verdict at the top is the worst one of the phases that are ahead or under way; where there is none of these, the worst of all phases."
            )
            document.table(
                ["Status", "Meaning"],
                rows: StatusCounts.order.map { [context.status($0), "\($0.meaning)"] })
            document.paragraph(
                "The words in the text of a step are its author's. A word that a host would turn into a mention or a link is set as code."
            )
        }
    }

    private static func parameters(
        _ context: MarkdownContext, to document: inout MarkdownDocument
    ) {
        document.heading(2, "Parameters")
        let parameters = context.checklist.parameters
        guard !parameters.isEmpty else {
            document.paragraph("The checklist has no parameters.")
            return
        }
        document.table(
            ["Parameter", "Value in force", "What it is for"],
            rows: parameters.map { ["\(code: $0.name)", "\(code: $0.value)", "\($0.text)"] })
    }

    private static func rows(_ context: MarkdownContext) -> [[MarkdownInline]] {
        let ledger = context.report.ledger
        let last: MarkdownInline =
            ledger.last.map { "\($0.sequence) \(code: $0.digest.description)" } ?? "none"
        return [
            ["Checklist", "\(code: context.checklist.id)"],
            ["Digest of its text", "\(code: context.checklist.digest.description)"],
            ["As of", "\(code: context.asOf.rfc3339)"],
            ["Time zone", "\(code: context.zone.name)"],
            ["Records in the ledger up to then", "\(ledger.count)"],
            ["Last of them", last],
            ["Records about this checklist", records(context.assessment.records)],
            ["Rendered by", "\(code: context.report.tool.name) \(context.report.tool.version)"],
        ]
    }

    /// Every record about the checklist with its full digest, to be held against the ledger.
    private static func records(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let records = context.assessment.records
        guard !records.isEmpty else { return }
        document.paragraph(
            "A record is named by its place in the ledger and the first digits of its digest, which is the SHA-256 of the record's canonical JSON (RFC 8785)."
        )
        document.details("Records about this checklist: \(records.count)") { document in
            document.table(
                ["Record", "What", "Recorded (UTC)", "Digest"],
                rows: records.map { record in
                    [
                        "\(record.sequence)", "\(words(record.event.kind))",
                        "\(record.recordedAt.rfc3339)", "\(code: record.digest.description)",
                    ]
                })
        }
    }

    private static func words(_ kind: Event.Kind) -> String {
        switch kind {
        case .checklistText: return "checklist text"
        case .check: return "check result"
        case .signOff: return "sign-off"
        case .waiver: return "waiver"
        case .revocation: return "revocation"
        case .decision: return "decision"
        }
    }

    /// The records by what they say, and where the first and last of them stand.
    private static func records(_ records: [Record]) -> MarkdownInline {
        guard let first = records.first, let last = records.last else { return "none" }
        let counts = Event.Kind.allCases.map { kind -> MarkdownInline in
            "\(words(kind)): \(records.filter { $0.event.kind == kind }.count)"
        }
        return
            "\(records.count), from \(first.sequence) to \(last.sequence): \(.joined(counts))"
    }
}
