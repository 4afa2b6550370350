import Characters
import Rollout

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

    /// The lines for one rollout, without line ends.
    package func lines(for report: ReportInput) -> [String] {
        let facts = report.facts
        return headline(report)
            + report.ledgerWarnings.flatMap { warning(LedgerWording.sentence($0)) }
            + phases(facts) + outlooks(facts) + steps(facts)
    }

    private func headline(_ report: ReportInput) -> [String] {
        let facts = report.facts
        let forecast = report.isForecast ? "FORECAST " : ""
        let checklist = facts.assessment.checklist
        let verdict = facts.assessment.verdict
        let counts = facts.counts
        let late = counts.late == 0 ? "" : ", \(counts.late) late"
        let room = width - forecast.utf8.count - verdict.rawValue.utf8.count - 2
        let title = DisplayWidth.cut(VisibleText.line(checklist.title), to: room)
        let scope = ScopeWording.words(checklist)
        let name = VisibleText.line(scope.isEmpty ? checklist.id : "\(checklist.id), \(scope)")
        let subtitle = "\(name), as of \(facts.context.time(facts.assessment.asOf))"
        return [
            forecast + style.paint(verdict.rawValue, TerminalStyle.paint(of: verdict)) + "  "
                + style.paint(title, .bold),
            style.paint(DisplayWidth.cut(subtitle, to: width), .faint),
        ]
            + wrapped(
                counts.total == 0
                    ? counts.words : "\(Prose.count(counts.total, "step"))\(late): \(counts.words)")
    }

    private func warning(_ sentence: String) -> [String] {
        wrapped("Warning: \(VisibleText.line(sentence))").map { style.paint($0, .red) }
    }

    /// Words over as many lines as they take, for no count may be cut off.
    private func wrapped(_ words: String) -> [String] {
        words.split(separator: " ").reduce(into: []) { lines, word in
            let word = DisplayWidth.cut(String(word), to: width)
            let longer = lines.last.map { "\($0) \(word)" }
            if let longer, DisplayWidth.columns(longer) <= width {
                lines[lines.count - 1] = longer
            } else {
                lines.append(word)
            }
        }
    }

    private func phases(_ facts: ReportFacts) -> [String] {
        let assessment = facts.assessment
        guard !assessment.phases.isEmpty else { return ["", "The timeline has no phases."] }
        let zone = assessment.checklist.zone
        let rows = zip(assessment.phases, facts.phases).map { phase, own -> [TerminalTable.Cell] in
            let minus = TMinus(start: phase.starts, asOf: assessment.asOf, zone: zone)
            return [
                .init(phase.phase.status == .cancelled ? "–" : minus.short),
                .init(
                    PhaseWording.word(phase.verdict), TerminalStyle.paint(of: phase.verdict)),
                .init(decision(phase), phase.decision?.differs == true ? .red : nil),
                .init(phase.verdict == nil ? "" : own.counts.shortReadyOfTotal),
                .init(LocalTime.point(phase.phase.start)), .init(phase.phase.status.rawValue),
                .init(phase.phase.title),
            ]
        }
        let table = TerminalTable(
            columns: [
                .init("T-MINUS"), .init("VERDICT", least: 11), .init("DECISION", least: 12),
                .init("STEPS", isOptional: true), .init("STARTS", least: 10),
                .init("STATUS", isOptional: true), .init("PHASE", least: 12),
            ], rows: rows)
        return [""] + table.lines(width: width, style: style)
    }

    private func decision(_ phase: PhaseAssessment) -> String {
        guard let decision = phase.decision else { return "none" }
        let title = DecisionWording.title(decision, in: phase)
        return title + (decision.differs ? " (differs)" : "")
    }

    /// Until when each verdict holds, and what it will be.
    private func outlooks(_ facts: ReportFacts) -> [String] {
        let lines = facts.assessment.phases.flatMap { phase -> [String] in
            let outlook = [
                PhaseWording.forecast(phase, facts.context), PhaseWording.closing(phase),
            ].compactMap(\.self)
            guard !outlook.isEmpty else { return [] }
            return wrapped(
                VisibleText.line("\(phase.phase.title): \(outlook.joined(separator: " "))"))
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private func steps(_ facts: ReportFacts) -> [String] {
        let steps = facts.assessment.steps
        guard !steps.isEmpty else { return ["", "The checklist has no steps."] }
        let rows = steps.map { step -> [TerminalTable.Cell] in
            [
                .init(StepState(step).short, TerminalStyle.paint(of: StepState(step))),
                .init(step.step.level.rawValue),
                // First, so that it is there where the rest is cut.
                .init(
                    (step.isLate ? "LATE " : "") + LocalTime.point(step.due),
                    step.isLate ? .red : nil),
                .init(step.step.role.text), .init(step.step.id.text),
                .init(StepWording.sentence(step.reason, facts.context)),
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
