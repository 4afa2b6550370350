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
            definition.caution.isEmpty
            ? "" : " ⚠️ **Unverified on purpose:** \(definition.caution)"
        guard let result = check.result, let record = check.record else {
            document.paragraph("\(name): **never carried out.**\(caution)")
            return
        }
        document.paragraph(
            "\(name): **\(result.outcome.rawValue)**\(standing(check.standing)). \(result.reason)\(caution)"
        )
        document.list(result.warnings.map { "⚠️ Warning: \($0)" })
        if !result.findings.isEmpty {
            document.table(
                ["Expected", "Actual", "Met"],
                rows: result.findings.map { finding in
                    ["\(finding.expected)", "\(finding.actual)", finding.met ? "yes" : "**no**"]
                })
        }
        document.paragraph(
            "Observed \(context.exactTime(result.observedAt))\(source(record)); record \(context.record(record))."
        )
        facts(result, to: &document)
    }

    private static func standing(_ standing: CheckAssessment.Standing) -> MarkdownInline {
        switch standing {
        case .missing, .current: return ""
        case .tooOld: return ", but **too old to count**"
        case .olderWording: return ", but **for an older wording of the step**"
        }
    }

    private static func source(_ record: Record) -> MarkdownInline {
        guard case .check(let event) = record.event else { return "" }
        return " by \(code: event.tool) on \(code: event.host)"
    }

    /// The facts as JSON, whose keys are in order; folded, for there can be many.
    private static func facts(_ result: CheckResult, to document: inout MarkdownDocument) {
        guard !result.facts.isEmpty else { return }
        document.details("Facts observed: \(result.facts.count)") { document in
            document.code(JSONValue.object(result.facts).prettyText, language: "json")
        }
    }
}
