import Characters
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
        ] + wrapped("\(counts.total) steps\(late): \(counts.words)")
    }

    /// Our own words over as many lines as they take, for no count may be cut off.
    private func wrapped(_ words: String) -> [String] {
        words.split(separator: " ").reduce(into: []) { lines, word in
            let longer = lines.last.map { "\($0) \(word)" }
            if let longer, DisplayWidth.columns(longer) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
    }

    private func phases(_ assessment: Assessment) -> [String] {
        guard !assessment.phases.isEmpty else { return ["", "The timeline has no phases."] }
        let zone = assessment.checklist.zone
        let rows = assessment.phases.map { phase -> [TerminalTable.Cell] in
            let minus = TMinus(start: phase.starts, asOf: assessment.asOf, zone: zone)
            let counted = assessment.steps.filter { phase.counted.contains($0.step.id) }
            return [
                .init(phase.phase.status == .cancelled ? "–" : minus.short),
                .init(
                    phase.verdict?.rawValue ?? "no verdict", TerminalStyle.paint(of: phase.verdict)),
                .init(decision(phase.decision), phase.decision?.differs == true ? .red : nil),
                .init(phase.verdict == nil ? "" : StatusCounts(counted).readyOfTotal),
                .init(LocalTime.point(phase.phase.starts.earliest)),
                .init(phase.phase.status.rawValue), .init(phase.phase.title),
            ]
        }
        let table = TerminalTable(
            columns: [
                .init("T-MINUS"), .init("VERDICT", least: 11), .init("DECISION", least: 15),
                .init("STEPS", isOptional: true), .init("STARTS", least: 10),
                .init("STATUS", isOptional: true), .init("PHASE", least: 16),
            ], rows: rows)
        return [""] + table.lines(width: width, style: style)
    }

    private func decision(_ decision: DecisionAssessment?) -> String {
        guard let decision else { return "none" }
        return Choice.words(decision.decision.choice) + (decision.differs ? " (differs)" : "")
    }

    private func steps(_ assessment: Assessment) -> [String] {
        guard !assessment.steps.isEmpty else { return ["", "The checklist has no steps."] }
        let rows = assessment.steps.map { step -> [TerminalTable.Cell] in
            [
                .init(step.status.rawValue, TerminalStyle.paint(of: step.status)),
                .init(step.step.level.rawValue),
                // First, so that it is there where the rest is cut.
                .init(
                    (step.isLate ? "LATE " : "") + LocalTime.point(step.due),
                    step.isLate ? .red : nil),
                .init(step.step.role), .init(step.step.id), .init(step.reason),
            ]
        }
        let table = TerminalTable(
            columns: [
                .init("STATUS", least: 14), .init("LEVEL", isOptional: true),
                .init("DUE", least: 15), .init("ROLE", least: 10, isOptional: true),
                .init("STEP", least: 14), .init("WHY", least: 16),
            ], rows: rows)
        return [""] + table.lines(width: width, style: style)
    }
}
