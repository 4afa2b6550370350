import Characters
import Rollout

/// The table of `readiness status`: a headline, the phases and the steps, with nothing cut off.
package struct StatusTable: Sendable {
    /// Columns of the terminal.
    package let width: Int
    private let style: TerminalStyle

    /// The least width that is written for.
    private static let narrowest = 40

    package init(width: Int, colour: Bool) {
        self.width = max(width, Self.narrowest)
        style = TerminalStyle(colour: colour)
    }

    /// The lines for one rollout, without line ends; `name` tells it from others that are shown.
    package func lines(
        for report: ReportInput, view: StepView = StepView(), name: String? = nil
    ) -> [String] {
        let facts = report.facts
        return headline(report, name ?? ScopeWording.named(report.assessment.checklist))
            + report.caveats.flatMap { caveat($0, report) }
            + phases(facts) + outlooks(facts) + sites(facts) + steps(facts, view)
    }

    private func headline(_ report: ReportInput, _ name: String) -> [String] {
        let facts = report.facts
        let forecast = report.forecastMark
        let checklist = facts.assessment.checklist
        let verdict = facts.assessment.verdict
        let counts = facts.counts
        let late = counts.late == 0 ? "" : ", \(counts.late) late"
        let subtitle =
            "\(VisibleText.line(name)), as of \(facts.context.time(facts.assessment.asOf))"
        let head = "\(report.verdictWords)  "
        let margin = String(repeating: " ", count: head.utf8.count)
        let title = TerminalText.wrapped(
            VisibleText.line(checklist.title),
            to: width == .max ? .max : width - head.utf8.count)
        let painted =
            forecast + style.paint(verdict.rawValue, TerminalStyle.paint(of: verdict)) + "  "
        return [painted + style.paint(title.first ?? "", .bold)]
            + title.dropFirst().map { margin + style.paint($0, .bold) }
            + wrapped(subtitle).map { style.paint($0, .faint) }
            + wrapped(
                counts.total == 0
                    ? counts.words : "\(Prose.count(counts.total, "step"))\(late): \(counts.words)")
    }

    private func caveat(_ caveat: Caveat, _ report: ReportInput) -> [String] {
        let sentence = VisibleText.line(report.sentence(caveat))
        guard case .ledger = caveat else { return wrapped(sentence) }
        return wrapped("Warning: \(sentence)").map { style.paint($0, .red) }
    }

    private func wrapped(_ words: String) -> [String] {
        TerminalText.wrapped(words, to: width)
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
                    PhaseWording.word(phase.headline), TerminalStyle.paint(of: phase.headline)),
                .init(decision(phase, assessment), phase.decision?.differs == true ? .red : nil),
                .init(phase.verdict == nil ? "" : own.counts.shortReadyOfTotal),
                .init(LocalTime.point(phase.phase.start)), .init(phase.phase.status.rawValue),
                .init(phase.phase.title),
            ]
        }
        let table = WrappedTable(
            columns: [
                .init("T-MINUS"), .init("VERDICT"), .init("DECISION", label: "decision"),
                .init("STEPS"), .init("STARTS", label: "starts"), .init("STATUS"), .init("PHASE"),
            ], rows: rows, leastText: 16)
        return [""] + table.lines(width: width, style: style)
    }

    private func decision(_ phase: PhaseAssessment, _ assessment: Assessment) -> String {
        switch assessment.decision(on: .start, of: phase) {
        case .none: return "none"
        case .doesNotStand: return "none stands"
        case .stands(let decision):
            let title = DecisionWording.title(decision, in: phase)
            return title + (decision.differs ? " (differs)" : "")
        }
    }

    /// What holds a phase back as a whole, until when each verdict holds, and what it will be.
    private func outlooks(_ facts: ReportFacts) -> [String] {
        let lines = facts.assessment.phases.flatMap { phase -> [String] in
            let outlook =
                PhaseWording.holds(phase, facts.context)
                + [
                    PhaseWording.ended(phase), PhaseWording.forecast(phase, facts.context),
                    PhaseWording.closing(phase),
                ].compactMap(\.self)
            guard !outlook.isEmpty else { return [] }
            return wrapped(
                VisibleText.line("\(phase.phase.title): \(outlook.joined(separator: " "))"))
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    /// Which site last looked when, what is missing from it, and until when what it saw counts.
    private func sites(_ facts: ReportFacts) -> [String] {
        let sites = facts.assessment.sites.filter { !$0.asked.isEmpty }
        guard !sites.isEmpty else { return [] }
        let zone = facts.assessment.checklist.zone
        let rows = sites.map { site -> [TerminalTable.Cell] in
            [
                .init(site.site.id.text),
                .init(
                    site.lastSeen.map { LocalTime.clock($0, in: zone) } ?? "never",
                    site.missing.isEmpty ? nil : .red),
                .init(site.countsUntil.map { LocalTime.shortEnd($0, in: zone) } ?? ""),
                .init(
                    site.missing.isEmpty
                        ? "" : Prose.list(site.missing.map(\.text), "and", most: 4),
                    site.missing.isEmpty ? nil : .red),
                .init(site.site.title),
            ]
        }
        let table = WrappedTable(
            columns: [
                .init("SITE"), .init("LAST LOOKED"), .init("COUNTS UNTIL"), .init("MISSING"),
                .init("TITLE"),
            ], rows: rows, leastText: 16)
        return [""] + table.lines(width: width, style: style)
    }

    private func steps(_ facts: ReportFacts, _ view: StepView) -> [String] {
        guard !facts.assessment.steps.isEmpty else { return ["", "The checklist has no steps."] }
        let steps = view.steps(of: facts.assessment)
        let rows = steps.map { step -> [TerminalTable.Cell] in
            [
                .init(StepState(step).short, TerminalStyle.paint(of: StepState(step))),
                .init(step.step.level.rawValue),
                .init(
                    (step.isLate ? "LATE " : "") + LocalTime.point(step.due),
                    step.isLate ? .red : nil),
                .init(step.step.role.text), .init(step.step.id.text),
                .init(
                    ([StepWording.sentence(step, facts.context)]
                        + CheckWording.warnings(of: step)).joined(separator: " ")),
            ]
        }
        let narrowed = view.words(for: facts.assessment).map { [""] + wrapped($0) } ?? []
        guard !rows.isEmpty else { return narrowed }
        let table = WrappedTable(
            columns: [
                .init("STATUS"), .init("LEVEL"), .init("DUE", label: "due"), .init("ROLE"),
                .init("STEP"), .init("WHY"),
            ], rows: rows)
        return narrowed + [""] + table.lines(width: width, style: style)
    }
}
