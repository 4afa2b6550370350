import Characters
import Rollout

/// What a workflow of GitHub shows: a summary of the run, and an annotation for each open condition.
///
/// The stream has the annotations, which the runner reads from what a step prints; the summary is a
/// file to add to the one that `GITHUB_STEP_SUMMARY` names.
package struct GitHubFormat: ReportFormat {
    package let name = "github"
    package let mediaType = "text/plain; charset=utf-8"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(
                name: "\(stem).summary.md",
                bytes: Array(
                    """
                    \(MarkdownWriter.text(ReportSections.firstScreen(report)))
                    \(LedgerWording.sentence(report.ledger))

                    """.utf8))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        var out = ""
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        for report in reports {
            let context = ReportContext(report)
            let title = names.name(of: report)
            let basis = LedgerWording.sentence(report.ledger)
            if context.open.roots.isEmpty {
                out += Self.command(
                    report.assessment.verdict == .go ? "notice" : "error",
                    title: report.verdictWords, "\(title). \(basis)")
            }
            for caveat in report.caveatSentences {
                out += Self.command("warning", title: title, caveat)
            }
            for (place, condition) in context.open.roots.enumerated() {
                // Once is enough: a workflow shows ten annotations of a kind.
                let more = place == 0 ? " \(basis)" : ""
                out += Self.command(
                    Self.level(condition, report.assessment),
                    title: "\(report.verdictWords): \(title)",
                    context.sentence(condition) + more)
            }
        }
        return Array(out.utf8)
    }

    private static func level(
        _ condition: OpenConditions.Condition, _ assessment: Assessment
    ) -> String {
        guard let place = condition.step else { return "error" }
        let step = assessment.steps[place]
        return step.step.level == .blocking && !step.status.isSettled ? "error" : "warning"
    }

    private static func command(_ level: String, title: String, _ text: String) -> String {
        "::\(level) title=\(escaped(title, isProperty: true))::\(escaped(text, isProperty: false))\n"
    }

    /// As the runner reads it back.
    private static func escaped(_ text: String, isProperty: Bool) -> String {
        var out = ""
        for scalar in InertText.lines(VisibleText.line(text)).unicodeScalars {
            switch scalar {
            case "%": out += "%25"
            case ":" where isProperty: out += "%3A"
            case "," where isProperty: out += "%2C"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
