import Rollout

/// Several checklists at a glance: one line for each rollout.
package struct StatusSummary: Sendable {
    /// Columns of the terminal.
    package let width: Int
    private let style: TerminalStyle

    package init(width: Int, colour: Bool) {
        self.width = width
        style = TerminalStyle(colour: colour)
    }

    /// The lines, without line ends; what is due first comes first.
    package func lines(for reports: [ReportInput]) -> [String] {
        let names = RolloutNames(of: reports)
        let zones = RolloutZones(of: reports)
        let rows = PortfolioFacts(reports).rows.map { row -> [TerminalTable.Cell] in
            let report = reports[row.report]
            let checklist = report.assessment.checklist
            let verdict = report.assessment.verdict
            let late = report.facts.counts.late
            return [
                .init(report.verdictWords, TerminalStyle.paint(of: verdict)),
                .init(report.facts.counts.shortReadyOfTotal),
                .init(late == 0 ? "" : "\(late) late", .red),
                .init(row.nextDue.map { zones.shortEnd($0, of: report) } ?? ""),
                .init(names.name(of: report)),
                .init(checklist.title),
            ]
        }
        let table = WrappedTable(
            columns: [
                .init("VERDICT"), .init("STEPS"), .init("LATE"), .init("NEXT DUE"),
                .init("CHECKLIST"), .init("TITLE"),
            ], rows: rows, leastText: 16)
        let note = zones.sentence.map { TerminalText.wrapped($0, to: width) } ?? []
        return table.lines(width: width, style: style) + note.map { style.paint($0, .faint) }
    }
}
