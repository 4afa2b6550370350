package import Rollout

/// A run of several checklists at a glance: one line for each.
package struct RunSummary: Sendable {
    /// What became of the checks of one checklist.
    package struct Row: Sendable {
        package let checklist: Checklist
        /// What the operator named it by.
        package let source: String
        package let met: Int
        package let unmet: Int
        package let undetermined: Int
        /// Checks that nobody carried out, because the run was interrupted.
        package let notRun: Int

        /// `outcomes` has nil for a check that was not carried out.
        package init(
            _ checklist: Checklist, from source: String, _ outcomes: [CheckOutcome.Outcome?]
        ) {
            self.checklist = checklist
            self.source = source
            met = outcomes.count { $0 == .met }
            unmet = outcomes.count { $0 == .unmet }
            undetermined = outcomes.count { $0 == .undetermined }
            notRun = outcomes.count { $0 == nil }
        }
    }

    /// Columns of the terminal.
    package let width: Int
    private let style: TerminalStyle

    package init(width: Int, colour: Bool) {
        self.width = width
        style = TerminalStyle(colour: colour)
    }

    /// The lines, without line ends, in the order of the rows.
    package func lines(for rows: [Row]) -> [String] {
        let names = RolloutNames(rows.map { ($0.checklist, $0.source) })
        let cells = rows.map { row -> [TerminalTable.Cell] in
            return [
                .init(Self.number(row.met)), .init(Self.number(row.unmet), .red),
                .init(Self.number(row.undetermined), .red), .init(Self.number(row.notRun), .red),
                .init(names.name(of: row.checklist, from: row.source)),
                .init(row.checklist.title),
            ]
        }
        return WrappedTable(
            columns: [
                .init("MET"), .init("UNMET"), .init("UNDETERMINED"), .init("NOT RUN"),
                .init("CHECKLIST"), .init("TITLE"),
            ], rows: cells, leastText: 16
        ).lines(width: width, style: style)
    }

    private static func number(_ count: Int) -> String { count == 0 ? "" : "\(count)" }
}
