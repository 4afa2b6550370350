import CanonicalJSON
import Characters
import Rollout

/// One check of a step: what was expected, what was seen, from where and by whom.
enum CheckAppendix {
    /// As much of a transcript as a report shows; JSON and the ledger have all of it.
    private static let mostLines = 20

    static func write(
        _ check: CheckAssessment, number: Int, _ context: ReportContext,
        to document: inout Document
    ) {
        let definition = check.definition
        let name: Inline = "Check \(number), \(code: definition.kind) \(code: definition.subject)"
        let caution: Inline =
            definition.cautions.isEmpty
            ? ""
            : " ⚠️ \(strong: "Unverified on purpose:") \(.joined(definition.cautions.map { "\(CautionWording.sentence($0))" }, separator: " "))"
        guard let report = check.report, let entry = check.entry else {
            document.paragraph(
                "\(name): \(strong: "missing")\(missing(check, context))\(caution)")
            SiteTables.write(check, context, to: &document)
            return
        }
        let reservation: Inline =
            StandingWording.reservation(check.freshness).map { ", but \(strong: "\($0)")" } ?? ""
        let site: Inline = entry.statement.site.map { ", site \(code: $0)" } ?? ""
        let obstacle: Inline =
            report.obstacle.map { " \(ObstacleWording.sentence($0))" } ?? ""
        let carried: Inline =
            check.carriedBy.isEmpty
            ? "" : ", made for \(EditorialWording.wording(by: check.carriedBy))"
        document.paragraph(
            "\(name): \(strong: "\(report.outcome.rawValue)")\(reservation), \(LocalTime.utc(report.observedAt)) by \(context.author(entry)) with \(code: report.tool) on \(code: report.host)\(place(report))\(site), entry \(context.entry(entry))\(carried).\(obstacle)\(caution)"
        )
        document.table(
            ["Expected", "Seen", "Met"],
            rows: report.findings.map { ["\($0.expected)", "\($0.actual)", met($0.standing)] })
        SiteTables.write(check, context, to: &document)
        transcript(report, to: &document)
    }

    /// The path of the host that was looked at, for what is about one.
    private static func place(_ report: CheckReport) -> Inline {
        guard case .inline(let facts) = report.facts,
            let path = facts.value[CheckReport.resolvedPath]?.text
        else { return "" }
        return ", at \(code: path)"
    }

    /// Why no outcome counts; nothing where it was never carried out at all.
    private static func missing(_ check: CheckAssessment, _ context: ReportContext) -> Inline {
        guard check.elsewhere != nil, let why = StandingWording.missing(check, context.words) else {
            return ""
        }
        return ": \(why)"
    }

    private static func met(_ standing: Finding.Standing) -> Inline {
        switch standing {
        case .met: return "yes"
        case .warned: return "yes, ⚠️ \(strong: "with a warning")"
        case .unmet: return "\(strong: "no")"
        case .unknown: return "\(strong: "unknown")"
        }
    }

    /// What a program wrote, or where the facts are kept.
    private static func transcript(_ report: CheckReport, to document: inout Document) {
        switch report.facts {
        case .stored(let file):
            document.paragraph(
                "Facts: \(file.size) bytes, kept beside the ledger as \(code: file.digest.description)"
            )
        case .inline(let facts):
            for stream in ["stdout", "stderr"] {
                guard let text = facts.value[stream]?.text, !text.isEmpty else { continue }
                let lines = VisibleText.lines(text)
                let shown = lines.prefix(mostLines).map { String($0.unicodeScalars.prefix(200)) }
                let rest = lines.count - shown.count
                document.code(
                    (["\(stream):"] + shown + (rest > 0 ? ["… \(rest) more lines"] : []))
                        .joined(separator: "\n"), language: "text")
            }
        }
    }
}
