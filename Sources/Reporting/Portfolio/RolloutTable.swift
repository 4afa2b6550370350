import Rollout

/// Several rollouts at a glance, before their reports: one line for each, what is due first first.
enum RolloutTable {
    static func document(_ reports: [ReportInput]) -> Document {
        var document = Document()
        let names = RolloutNames(of: reports)
        let zones = RolloutZones(of: reports)
        document.table(
            ["Verdict", "Steps", "Late", "Next due", "Checklist", "Title"],
            rows: PortfolioFacts(reports).rows.map {
                cells($0, reports[$0.report], names, zones)
            })
        if let zone = zones.sentence { document.paragraph("\(zone)") }
        return document
    }

    private static func cells(
        _ row: PortfolioFacts.Row, _ report: ReportInput, _ names: RolloutNames,
        _ zones: RolloutZones
    ) -> [Inline] {
        let checklist = report.assessment.checklist
        return [
            "\(row.verdict.mark) \(strong: "\(report.verdictWords)")",
            "\(report.facts.counts.shortReadyOfTotal)", row.late == 0 ? "" : "\(row.late)",
            row.nextDue.map { "\(zones.shortEnd($0, of: report))" } ?? "",
            "\(names.name(of: report))", "\(checklist.title)",
        ]
    }
}
