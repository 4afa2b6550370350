import Rollout

/// Several rollouts at a glance, before their reports: one line for each, what is due first first.
enum RolloutTable {
    static func document(_ reports: [ReportInput]) -> Document {
        var document = Document()
        let names = RolloutNames(of: reports)
        document.table(
            ["Verdict", "Steps", "Late", "Next due", "Checklist", "Title"],
            rows: PortfolioFacts(reports).rows.map { cells($0, reports[$0.report], names) })
        return document
    }

    private static func cells(
        _ row: PortfolioFacts.Row, _ report: ReportInput, _ names: RolloutNames
    ) -> [Inline] {
        let checklist = report.assessment.checklist
        return [
            "\(row.verdict.mark) \(strong: "\(report.verdictWords)")",
            "\(report.facts.counts.shortReadyOfTotal)", row.late == 0 ? "" : "\(row.late)",
            row.nextDue.map { "\(LocalTime.shortEnd($0, in: checklist.zone))" } ?? "",
            "\(names.name(of: report))", "\(checklist.title)",
        ]
    }
}
