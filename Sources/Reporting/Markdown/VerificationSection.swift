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
        document.paragraph("The command that renders it again:")
        document.code(ShellWord.line(context.report.command), language: "sh")
        document.details("What the statuses mean") { document in
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
            ledger.last.map { "\\#\($0.sequence) \(code: $0.digest.description)" } ?? "none"
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

    /// The records by what they say, and where the first and last of them stand.
    private static func records(_ records: [Record]) -> MarkdownInline {
        guard let first = records.first, let last = records.last else { return "none" }
        let kinds: [(name: MarkdownInline, matches: (Event) -> Bool)] = [
            ("checklist texts", { if case .checklistText = $0 { true } else { false } }),
            ("check results", { if case .check = $0 { true } else { false } }),
            ("sign-offs", { if case .signOff = $0 { true } else { false } }),
            ("waivers", { if case .waiver = $0 { true } else { false } }),
            ("revocations", { if case .revocation = $0 { true } else { false } }),
            ("decisions", { if case .decision = $0 { true } else { false } }),
        ]
        let counts = kinds.map { kind -> MarkdownInline in
            "\(records.filter { kind.matches($0.event) }.count) \(kind.name)"
        }
        return
            "\(records.count), from \\#\(first.sequence) to \\#\(last.sequence): \(.joined(counts))"
    }
}
