import Characters
package import Rollout

/// The pages of one rollout of a server.
package enum RolloutPages {
    /// The whole report, with the ways to the other pages and formats.
    package static func report(
        _ report: ReportInput, name: String, isSignedIn: Bool = false
    ) -> String {
        let title = ScopeWording.titled(report.assessment.checklist)
        return ServedPage.html(
            title: "\(report.verdictWords): \(title)", at: .rollouts,
            ReportSections.document(report, titled: title), size: report.ledger.size,
            before: ways(name, isSignedIn: isSignedIn))
    }

    /// What the owner is asked to decide, who said what, and what was decided.
    package static func decision(_ report: ReportInput, name: String) -> String {
        let context = ReportContext(report, hasAppendix: false)
        var document = Document()
        document.heading(1, "Go or no-go: \(context.title)")
        document.list(report.caveatSentences.map { "⚠️ \($0)" })
        for phase in context.assessment.phases where phase.verdict != nil {
            write(phase, context, to: &document)
        }
        DecisionsSection.write(context, to: &document)
        return ServedPage.html(
            title: "Go or no-go: \(context.title)", at: .rollouts, document,
            size: report.ledger.size, before: ways(name))
    }

    /// Everything that was said about the rollout, the newest first.
    package static func history(
        _ report: ReportInput, name: String, entries: [Entry], older: Int?
    ) -> String {
        let checklist = report.assessment.checklist
        let title = ScopeWording.titled(checklist)
        var document = Document()
        document.heading(1, "History: \(title)")
        EntryTable.write(entries, in: checklist.zone, to: &document)
        if let older {
            document.paragraph(
                "\("Older entries" as Inline, file: "/rollouts/\(name)/history?before=\(older)")")
        }
        return ServedPage.html(
            title: "History: \(title)", at: .rollouts, document, size: report.ledger.size,
            before: ways(name))
    }

    private static func write(
        _ phase: PhaseAssessment, _ context: ReportContext, to document: inout Document
    ) {
        document.heading(2, "\(phase.phase.title)")
        document.paragraph(
            "\(PhaseWording.question(phase))? \(context.verdict(phase.headline)). It starts \(LocalTime.point(phase.phase.start))."
        )
        let call = RollCall(context.assessment, phase)
        document.table(
            ["Role", "Answer", "Says", "Ready before the start", "After it", "Members"],
            rows: call.lines.map { line in
                [
                    context.role(line.role),
                    line.answer.map {
                        "\(strong: "\(DecisionWording.choice($0.poll.choice))"), \(context.author($0.entry))"
                    } ?? (line.isAsked ? "\(strong: "not answered")" : ""),
                    line.answer.map { "\($0.poll.comment)" } ?? "",
                    line.before.applicable == 0 ? "" : "\(line.before.shortReadyOfTotal)",
                    line.after.applicable == 0 ? "" : "\(line.after.shortReadyOfTotal)",
                    context.people(line.people),
                ]
            })
        document.paragraph(DecisionLine.item(phase, call, context))
    }

    /// Who is signed in finds the page on which one signs.
    private static func ways(_ name: String, isSignedIn: Bool = false) -> String {
        let name = HTMLEscaping.text(name)
        let links =
            [
                ("/rollouts/\(name)", "Report"), ("/rollouts/\(name)/decision", "Go or no-go"),
                ("/rollouts/\(name)/history", "History"),
            ] + (isSignedIn ? [("/rollouts/\(name)/sign", "Everything to sign")] : []) + [
                ("/api/rollouts/\(name)/report?format=json", "JSON"),
                ("/api/rollouts/\(name)/report?format=ics", "Calendar"),
            ]
        return
            "<p>\(links.map { "<a href=\"\($0.0)\">\($0.1)</a>" }.joined(separator: " · "))</p>\n"
    }
}
