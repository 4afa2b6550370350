package import Rollout

/// The table of `readiness status`: a headline, the phases and every step, one line each.
package struct StatusTable: Sendable {
    /// Columns of the terminal.
    package let width: Int
    private let style: TerminalStyle

    /// The least width at which every column still shows something.
    private static let narrowest = 60

    package init(width: Int, colour: Bool) {
        self.width = max(width, Self.narrowest)
        style = TerminalStyle(colour: colour)
    }

    /// The lines for one checklist, without line ends.
    package func lines(for assessment: Assessment) -> [String] {
        headline(assessment) + phases(assessment) + steps(assessment)
    }

    private func headline(_ assessment: Assessment) -> [String] {
        let checklist = assessment.checklist
        let verdict = assessment.verdict
        let counts = StatusCounts(assessment.steps)
        let late = counts.late == 0 ? "" : ", \(counts.late) late"
        let room = width - verdict.rawValue.utf8.count - 2
        let title = DisplayWidth.cut(VisibleText.line(checklist.title), to: room)
        let subtitle =
            "\(VisibleText.line(checklist.id)) as of \(LocalTime.text(assessment.asOf, in: checklist.zone))"
        return [
            style.paint(verdict.rawValue, TerminalStyle.paint(of: verdict)) + "  "
                + style.paint(title, .bold),
            style.paint(DisplayWidth.cut(subtitle, to: width), .faint),
            DisplayWidth.cut("\(counts.total) steps\(late): \(counts.words)", to: width),
        ]
    }

    private func phases(_ assessment: Assessment) -> [String] {
        guard !assessment.phases.isEmpty else { return ["", "The timeline has no phases."] }
        let zone = assessment.checklist.zone
        let rows = assessment.phases.map { phase -> [Cell] in
            let minus = TMinus(start: phase.starts, asOf: assessment.asOf, zone: zone)
            let counted = assessment.steps.filter { phase.counted.contains($0.step.id) }
            return [
                Cell(phase.phase.status == .cancelled ? "–" : minus.short),
                Cell(
                    phase.verdict?.rawValue ?? "no verdict", TerminalStyle.paint(of: phase.verdict)),
                Cell(decision(phase.decision)), Cell(phase.phase.status.rawValue),
                Cell(LocalTime.point(phase.phase.starts.earliest)),
                Cell(phase.verdict == nil ? "" : StatusCounts(counted).readyOfTotal),
                Cell(phase.phase.title),
            ]
        }
        let header = ["T-MINUS", "VERDICT", "DECISION", "STATUS", "STARTS", "STEPS", "PHASE"]
        return [""] + table(header, rows)
    }

    private func decision(_ decision: DecisionAssessment?) -> String {
        guard let decision else { return "none" }
        return Choice.words(decision.decision.choice) + (decision.differs ? " (differs)" : "")
    }

    private func steps(_ assessment: Assessment) -> [String] {
        guard !assessment.steps.isEmpty else { return ["", "The checklist has no steps."] }
        let rows = assessment.steps.map { step -> [Cell] in
            [
                Cell(step.status.rawValue, TerminalStyle.paint(of: step.status)),
                Cell(step.step.level.rawValue),
                Cell(
                    LocalTime.point(step.due) + (step.isLate ? " LATE" : ""),
                    step.isLate ? .red : nil),
                Cell(step.step.role, longest: 18), Cell(step.step.id, longest: 24),
                Cell(step.reason),
            ]
        }
        return [""] + table(["STATUS", "LEVEL", "DUE", "ROLE", "STEP", "WHY"], rows)
    }

    /// Rows under a header; the last column takes what is left of the width.
    private func table(_ header: [String], _ rows: [[Cell]]) -> [String] {
        let columns = header.indices.map { column in
            let cells = rows.map { DisplayWidth.columns($0[column].text) }
            return max(DisplayWidth.columns(header[column]), cells.max() ?? 0)
        }
        let titles = header.map { Cell($0, .faint) }
        return ([titles] + rows).map { row in
            var left = width
            var line = ""
            for (column, cell) in row.enumerated() {
                let isLast = column == row.count - 1
                let room = isLast ? left : min(columns[column], max(0, left - 2))
                let text =
                    isLast
                    ? DisplayWidth.cut(cell.text, to: room) : DisplayWidth.fit(cell.text, to: room)
                line += style.paint(text, cell.paint) + (isLast ? "" : "  ")
                left = max(0, left - room - 2)
            }
            return line
        }
    }

    /// A text of a table, on one line and with nothing that a terminal would obey.
    private struct Cell {
        let text: String
        let paint: TerminalStyle.Paint?

        init(_ text: String, _ paint: TerminalStyle.Paint? = nil, longest: Int = .max) {
            self.text = DisplayWidth.cut(VisibleText.line(text), to: longest)
            self.paint = paint
        }
    }
}
