import Rollout

/// What a change manager reads in ten seconds: where it stands, what is missing, and whom to call.
///
/// It has at most 45 lines for a rollout of twenty steps, and nothing is folded.
enum FirstScreen: ReportSection {
    /// As many events as each list names; the section on exceptions has all of them.
    static let mostEvents = 4
    /// Lines of Markdown, the blank one at its end included.
    private static let mostLines = 45
    /// As many roles as have a row of their own, however little room there is.
    private static let leastRoles = 4
    /// As many steps as are named where they have no row of their own.
    private static let mostNamed = 20

    static func write(_ context: ReportContext, to document: inout Document) {
        let verdict = context.assessment.verdict
        let forecast: Inline = context.report.isForecast ? "Forecast: " : ""
        document.heading(
            1, "\(forecast)\(verdict.mark) \(verdict.rawValue): \(context.title)")
        document.paragraph(rollout(context))
        let conditions = conditions(context)
        let answers = answers(context)
        let warnings = warnings(context)
        let below = HistoryItems.items(context) + MindItems.items(context)
        let call = context.focus.map { RollCall(context.assessment, $0) }
        // A table takes three lines beside its rows, and each block a blank one behind it.
        let taken =
            6 + answers.count + warnings.count
            + (conditions.isEmpty ? 0 : 3 + conditions.count) + 3
            + (below.isEmpty ? 0 : 1 + below.count)
        let room = mostLines - taken
        let phases = OtherPhaseItems(context)
        let fits = phases.count + (call?.lines.count ?? 0) <= room
        let others = fits ? phases.items : phases.byVerdict
        document.list(answers + others + warnings)
        document.table(
            [
                "Open conditions: \(context.open.count)", "What is missing", "Whom to call", "Due",
            ], rows: conditions)
        if let call {
            document.table(
                ["Roll call", "People", "Before the start", "After it", "Answer"],
                rows: RollCallRows(call.lines, context).rows(
                    most: max(leastRoles, room - others.count)))
        }
        document.list(below)
    }

    /// Which rollout it is, what comes next, and the instant.
    private static func rollout(_ context: ReportContext) -> Inline {
        let checklist = context.checklist
        var parts: [Inline] = []
        if let focus = context.focus {
            let minus = TMinus(start: focus.starts, asOf: context.asOf, zone: context.zone)
            let range: Inline =
                "\(focus.phase.started.map(LocalTime.point) ?? LocalTime.range(focus.phase.starts))"
            let verb: Inline = focus.hasStarted ? "started" : "starts"
            parts.append(
                "\(strong: "\(focus.phase.title) \(verb) \(range) (\(minus.short))")")
        }
        parts.append("\(code: checklist.rollout.place)")
        parts.append(checklist.change.message.isEmpty ? "" : "\(code: checklist.change.message)")
        parts.append("as of \(context.words.time(context.asOf))")
        return .joined(parts, separator: " · ")
    }

    private static func answers(_ context: ReportContext) -> [Inline] {
        guard let focus = context.focus else { return nothing(context) }
        let call = RollCall(context.assessment, focus)
        var items: [Inline] = [
            "\(strong: "\(PhaseWording.question(focus))?") \(outlook(focus, context))",
            DecisionLine.item(focus, call, context),
        ]
        items.append(
            "\(strong: "Before the start:") \(call.before.words)\(late(call.before))")
        if call.after.total > 0 {
            items.append("\(strong: "After the start:") \(call.after.words)\(late(call.after))")
        }
        return items
    }

    private static func nothing(_ context: ReportContext) -> [Inline] {
        let assessment = context.assessment
        if assessment.steps.isEmpty {
            return ["\(StepWording.noSteps)"]
        }
        return [
            assessment.phases.isEmpty
                ? "The timeline has no phases, so there is nothing to give a verdict on."
                : "No phase applies or is left, so there is nothing to give a verdict on."
        ]
    }

    static func late(_ counts: StatusCounts) -> Inline {
        counts.late == 0 ? "" : ", \(strong: "\(counts.late) late")"
    }

    private static func outlook(_ phase: PhaseAssessment, _ context: ReportContext) -> Inline {
        let mark: Inline = "\(phase.verdict?.mark ?? "")"
        let parts = [
            PhaseWording.forecast(phase, context.words) ?? "", PhaseWording.closing(phase) ?? "",
        ].filter { !$0.isEmpty }
        // The checks of one run lapse one after the other, within a minute.
        let last = phase.holdsUntil?.advanced(by: .seconds(60))
        let lapsing = context.assessment.steps.indices.filter { place in
            guard let last, let until = context.assessment.steps[place].countsUntil else {
                return false
            }
            return until > context.asOf && until <= last
        }
        let lapse: Inline =
            lapsing.isEmpty ? "" : " What lapses then: \(context.steps(lapsing, most: 3))."
        return "\(mark) \(parts.joined(separator: " "))\(lapse)"
    }

    private static func warnings(_ context: ReportContext) -> [Inline] {
        let unrecorded: [Inline] =
            context.report.isTextOnRecord
            ? []
            : [
                "⚠️ The text of the checklist is not on record, so that no command renders this report again."
            ]
        return unrecorded
            + context.report.caveats.compactMap { caveat in
                guard case .ledger = caveat else { return nil }
                return "⚠️ \(context.report.sentence(caveat))"
            }
    }

    private static func conditions(_ context: ReportContext) -> [[Inline]] {
        var rows = context.named.map { ConditionRow.cells($0, context) }
        let rest = context.open.roots.dropFirst(context.named.count)
        if !rest.isEmpty {
            let steps = rest.compactMap(\.step)
            let all: Inline =
                steps.count > mostNamed ? "; \(code: "readiness status") lists all of them" : ""
            rows.append([
                "\(rest.count) more: \(context.steps(steps, most: mostNamed))\(all)", "", "", "",
            ])
        }
        return rows
    }
}
