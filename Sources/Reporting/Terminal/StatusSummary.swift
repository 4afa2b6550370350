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

    /// The lines, without line ends, in the order of the reports.
    package func lines(for reports: [ReportInput]) -> [String] {
        let rows = reports.map { report -> [TerminalTable.Cell] in
            let checklist = report.assessment.checklist
            let scope = ScopeWording.words(checklist)
            let verdict = report.assessment.verdict
            let late = report.facts.counts.late
            return [
                .init(verdict.rawValue, TerminalStyle.paint(of: verdict)),
                .init(report.facts.counts.shortReadyOfTotal),
                .init(late == 0 ? "" : "\(late) late", .red),
                .init(scope.isEmpty ? checklist.id : "\(checklist.id), \(scope)"),
                .init(checklist.title),
            ]
        }
        let table = WrappedTable(
            columns: [
                .init("VERDICT"), .init("STEPS"), .init("LATE"), .init("CHECKLIST"), .init("TITLE"),
            ], rows: rows, leastText: 16)
        return table.lines(width: width, style: style)
    }
}
