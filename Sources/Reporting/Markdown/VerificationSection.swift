import Rollout

/// What it takes to trace every line of the report, and to render it again.
enum VerificationSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "How to verify this report")
        document.paragraph(
            "The same checklist, scope, ledger, instant and rules give the same bytes. The report does not contain the time at which it was rendered."
        )
        document.table(["What", "Value"], rows: rows(context))
        document.list(context.report.ledgerWarnings.map { "⚠️ \(LedgerWording.sentence($0))" })
        document.paragraph(
            "The command that renders it again; `--ledger` names the ledger where it is not the one of the folder:"
        )
        document.code(ShellWord.line(context.report.command), language: "sh")
        self.entries(context, to: &document)
        document.details("What the verdicts and statuses mean") { document in
            document.table(
                ["Verdict", "Meaning"],
                rows: Verdict.allCases.map { [context.verdict($0), "\($0.meaning)"] })
            document.paragraph(
                "The verdict at the top is the worst one of the phases that are ahead or under way; where there is none of these, the worst of all phases."
            )
            document.table(
                ["Status", "Meaning"],
                rows: StepState.allCases.map { [context.state($0), "\($0.meaning)"] })
            document.paragraph(
                "The words in the text of a step are its author's. A word that a host would turn into a mention or a link is set as code."
            )
        }
    }

    private static func rows(_ context: MarkdownContext) -> [[MarkdownInline]] {
        let ledger = context.report.ledger
        let checklist = context.checklist
        return [
            ["Checklist", "\(code: checklist.id) at \(code: checklist.rollout.place)"],
            ["Digest of its text", "\(code: checklist.digest.description)"],
            ["Target", checklist.scope.target.map { "\(code: $0.text)" } ?? "none"],
            ["Values of the scope", values(checklist.scope)],
            ["As of", "\(code: context.asOf.rfc3339)"],
            ["Time zone", "\(code: context.zone.name)"],
            ["Entries in the ledger", "\(ledger.size)"],
            ["Root over them (RFC 6962)", "\(code: ledger.root.description)"],
            ["List of signers", signers(context)],
            ["Version of the rules", "\(context.report.rules)"],
            ["Entries about this checklist", entries(context.assessment.entries)],
            ["Rendered by", "\(code: context.report.tool.name) \(context.report.tool.version)"],
        ]
    }

    private static func signers(_ context: MarkdownContext) -> MarkdownInline {
        guard let signers = context.report.signers else { return "none was used" }
        return
            "\(code: signers.digest.description), recorded by \(code: signers.owner.text) (entry \(context.entry(signers.entry)))"
    }

    private static func values(_ scope: Scope) -> MarkdownInline {
        let names = scope.parameters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return names.isEmpty
            ? "none"
            : .joined(names.map { "\(code: $0.key) = \(code: $0.value)" }, separator: "<br>")
    }

    /// Every entry about the checklist with its full digest, to be held against the ledger.
    private static func entries(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let entries = context.assessment.entries
        guard !entries.isEmpty else { return }
        document.paragraph(
            "An entry is named by its place in the ledger and the first digits of its digest, which is the hash of its canonical JSON (RFC 8785) as a leaf of the Merkle tree (RFC 6962)."
        )
        document.details("Entries about this checklist: \(entries.count)") { document in
            document.table(
                ["Entry", "What", "Recorded (UTC)", "Digest"],
                rows: entries.map { entry in
                    [
                        "\(entry.sequence)", "\(words(entry.statement.body.kind))",
                        "\(entry.recordedAt.rfc3339)", "\(code: entry.digest.description)",
                    ]
                })
        }
    }

    private static func words(_ kind: StatementBody.Kind) -> String {
        switch kind {
        case .checklistText: return "checklist text"
        case .check: return "check result"
        case .signOff: return "sign-off"
        case .waiver: return "waiver"
        case .revocation: return "revocation"
        case .decision: return "decision"
        case .correction: return "correction"
        case .poll: return "roll call"
        case .request: return "request"
        case .approval: return "approval of the text"
        case .retrospective: return "retrospective"
        case .signers: return "list of signers"
        case .editorial: return "editorial change"
        case .triage: return "triage of an announcement"
        }
    }

    /// The entries by what they say, and where the first and last of them stand.
    private static func entries(_ entries: [Entry]) -> MarkdownInline {
        guard let first = entries.first, let last = entries.last else { return "none" }
        let numbers = Dictionary(
            entries.map { ($0.statement.body.kind, 1) }, uniquingKeysWith: +)
        // What is said about announcements is about no checklist.
        let counts = StatementBody.Kind.allCases.filter { $0 != .triage }.map {
            kind -> MarkdownInline in
            "\(words(kind)): \(numbers[kind, default: 0])"
        }
        return
            "\(entries.count), from \(first.sequence) to \(last.sequence): \(.joined(counts))"
    }
}
