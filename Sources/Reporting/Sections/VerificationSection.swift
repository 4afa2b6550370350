import Rollout

/// What it takes to trace every line of the report, and to render it again.
enum VerificationSection: ReportSection {
    /// The heading that programs find the section by.
    package static let heading = "How to verify this report"

    static func write(_ context: ReportContext, to document: inout Document) {
        document.heading(2, "How to verify this report")
        document.paragraph(
            "The same checklist text, scope, ledger entries, instant, version of the rules and version of the program give the same bytes. Times are those of \(code: context.zone.name) where no other zone is named."
        )
        document.table(["What", "Value"], rows: rows(context))
        document.paragraph(
            "The command that renders it again, and those that prove the ledger behind it; \(code: "--ledger") names a ledger that is not the one of the folder:"
        )
        document.code(
            [
                ShellWord.line(context.report.command),
                "readiness audit --since REPORT     # this ledger extends the one of this report",
                "readiness log --rollout \(ShellWord.quoted(context.checklist.id))",
            ].joined(separator: "\n"), language: "sh")
        signature(context, to: &document)
        guard context.selection.isFor([.auditor]) else { return }
        entries(context, to: &document)
        parameters(context, to: &document)
        meanings(context, to: &document)
    }

    /// How the newest signature that counts is verified without readiness.
    private static func signature(_ context: ReportContext, to document: inout Document) {
        let counting = context.assessment.countingEntries.sorted { $0.sequence > $1.sequence }
        guard !context.report.exportCommand.isEmpty else { return }
        let signed = counting.compactMap { entry in
            SignedStatement(entry).map { (sequence: entry.sequence, statement: $0) }
        }
        if let (sequence, statement) = signed.first(where: { !$0.statement.isForOpenSSH }) {
            document.paragraph(
                "OpenSSH has no form for what a passkey of RSA signs, such as \(code: statement.principal.text) entry \(sequence): openssl verifies it, as \(code: VerificationGuide.name) of a bundle does, which \(code: ShellWord.line(context.report.exportCommand)) writes."
            )
        }
        guard let (sequence, statement) = signed.first(where: { $0.statement.isForOpenSSH }) else {
            return
        }
        document.paragraph(
            "A signature is verified by OpenSSH alone, such as that of \(code: statement.principal.text) in entry \(sequence), out of a bundle of what is on record:"
        )
        document.code(
            [ShellWord.line(context.report.exportCommand), "cd bundle", statement.command]
                .joined(separator: "\n"), language: "sh")
    }

    private static func rows(_ context: ReportContext) -> [[Inline]] {
        let ledger = context.report.ledger
        let checklist = context.checklist
        return [
            ["Checklist", "\(code: checklist.id) at \(code: checklist.rollout.place)"],
            ["Digest of its text", "\(code: checklist.digest.description)"],
            ["Target", checklist.scope.target.map { "\(code: $0.text)" } ?? "none"],
            ["Values of the scope", values(checklist.scope)],
            ["As of", "\(code: context.asOf.rfc3339)"],
            ["Entries in the ledger", "\(ledger.size)"],
            ["Root over them (RFC 6962)", "\(code: ledger.root.description)"],
            ["List of signers", signers(context)],
            ["Version of the rules", "\(context.report.rules)"],
            ["Rendered by", "\(code: context.report.tool.name) \(context.report.tool.version)"],
        ]
    }

    private static func signers(_ context: ReportContext) -> Inline {
        guard let signers = context.report.signers else { return "none was used" }
        return
            "\(code: signers.digest.description), recorded by \(code: signers.owner.text) (entry \(context.entry(signers.entry)))"
    }

    private static func values(_ scope: Scope) -> Inline {
        let names = scope.parameters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return names.isEmpty
            ? "none" : .joined(names.map { "\(code: $0.key) = \(code: $0.value)" })
    }

    /// Every entry about the checklist with its full digest, to be held against the ledger.
    private static func entries(_ context: ReportContext, to document: inout Document) {
        let entries = context.assessment.entries
        guard let first = entries.first, let last = entries.last else { return }
        document.details(
            "Entries about this checklist: \(entries.count), from \(first.sequence) to \(last.sequence)"
        ) { document in
            document.paragraph(
                "An entry is named by its place in the ledger and the first digits of its digest, which is the hash of its canonical JSON (RFC 8785) as a leaf of the Merkle tree (RFC 6962)."
            )
            document.table(
                ["Entry", "What", "Recorded (UTC)", "Digest"],
                rows: entries.map { entry in
                    [
                        "\(entry.sequence)", "\(entry.statement.body.kind.rawValue)",
                        "\(LocalTime.utc(entry.recordedAt))", "\(code: entry.digest.description)",
                    ]
                })
        }
    }

    private static func parameters(_ context: ReportContext, to document: inout Document) {
        let parameters = context.checklist.parameters
        guard !parameters.isEmpty else { return }
        document.details("Parameters: \(parameters.count)") { document in
            document.table(
                ["Parameter", "Value in force", "Where it is from", "What it is for"],
                rows: parameters.map { parameter in
                    [
                        "\(code: parameter.name)", "\(code: parameter.value)",
                        origin(parameter, context), "\(parameter.text)",
                    ]
                })
        }
    }

    private static func origin(_ parameter: Parameter, _ context: ReportContext) -> Inline {
        let reach: Inline = parameter.reach == .wording ? ", wording only" : ""
        switch parameter.origin {
        case .derived(let other): return "follows from \(code: other)"
        case .given where context.checklist.target?.settings[parameter.name] == parameter.value:
            return "set by the target\(reach)"
        case .given: return parameter.isSet ? "set\(reach)" : "default\(reach)"
        }
    }

    private static func meanings(_ context: ReportContext, to document: inout Document) {
        document.details("What the verdicts and states mean") { document in
            document.table(
                ["Verdict", "Meaning"],
                rows: Verdict.allCases.map { [context.verdict($0), "\($0.meaning)"] })
            document.table(
                ["State", "Meaning"],
                rows: StepState.allCases.map { [context.state($0), "\($0.meaning)"] })
            document.paragraph(
                "The verdict at the top is the worst one of the phases that are ahead or under way; where there is none of these, the worst of all phases. A word that a host would turn into a mention or a link is set as code."
            )
        }
    }
}
