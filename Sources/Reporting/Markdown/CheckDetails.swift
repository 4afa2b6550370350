import CanonicalJSON
import Rollout

/// One check of a step: what was asked, what was observed, and what follows.
enum CheckDetails {
    /// Adds the check to the document.
    static func write(
        _ check: CheckAssessment, number: Int, _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        let definition = check.definition
        let name: MarkdownInline =
            "Check \(number), \(code: definition.kind) \(code: definition.subject)"
        let caution: MarkdownInline =
            definition.cautions.isEmpty
            ? ""
            : " ⚠️ **Unverified on purpose:** \(.joined(definition.cautions.map { "\(CautionWording.sentence($0))" }, separator: " "))"
        guard let report = check.report, let entry = check.entry else {
            let missing = StandingWording.missing(check, context.words) ?? ""
            document.paragraph("\(name): **missing.** \(missing)\(caution)")
            return
        }
        let reservation: MarkdownInline =
            StandingWording.reservation(check.freshness).map { ", but **\($0)**" } ?? ""
        let reason = CheckWording.reason(of: report)
        document.paragraph(
            "\(name): **\(report.outcome.rawValue)**\(reservation). \(reason)\(StepDetails.carried(check.carriedBy))\(caution)"
        )
        if !report.findings.isEmpty {
            document.table(
                ["Expected", "Actual", "Met"],
                rows: report.findings.map { finding in
                    ["\(finding.expected)", "\(finding.actual)", met(finding.standing)]
                })
        }
        document.paragraph(
            "Observed \(context.exactTime(report.observedAt)) by \(context.author(entry)) with \(code: report.tool) on \(code: report.host)\(site(entry)); entry \(context.entry(entry))."
        )
        facts(report, to: &document)
    }

    private static func met(_ standing: Finding.Standing) -> MarkdownInline {
        switch standing {
        case .met: return "yes"
        case .warned: return "yes, ⚠️ **with a warning**"
        case .unmet: return "**no**"
        case .unknown: return "**unknown**"
        }
    }

    private static func site(_ entry: Entry) -> MarkdownInline {
        entry.statement.site.map { ", site \(code: $0)" } ?? ""
    }

    /// The facts as JSON, whose keys are in order; folded, for there can be many.
    private static func facts(_ report: CheckReport, to document: inout MarkdownDocument) {
        switch report.facts {
        case .stored(let file):
            document.paragraph(
                "Facts observed: \(file.size) bytes, kept beside the ledger as \(code: file.digest.description)."
            )
        case .inline(let text):
            let facts = text.value
            let count = facts.members?.count ?? 0
            guard count > 0 else { return }
            document.details("Facts observed: \(count)") { document in
                document.code(facts.prettyText, language: "json")
            }
        }
    }
}
