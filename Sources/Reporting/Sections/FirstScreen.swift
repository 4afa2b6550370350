import Rollout

/// What a change manager reads in ten seconds: where it stands, what is missing, and whom to call.
///
/// It has at most 45 lines for a rollout of twenty steps, and nothing is folded.
enum FirstScreen: ReportSection {
    /// As many events as each list names; the sections below have all of them.
    static let mostEvents = 4

    static func write(_ context: ReportContext, to document: inout Document) {
        let verdict = context.assessment.verdict
        let forecast: Inline = context.report.isForecast ? "Forecast: " : ""
        document.heading(
            1, "\(forecast)\(verdict.mark) \(verdict.rawValue): \(context.title)")
        document.paragraph(rollout(context))
        document.list(answers(context) + warnings(context))
        conditions(context, to: &document)
        rollCall(context, to: &document)
        document.list(HistoryItems.items(context) + MindItems.items(context))
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
        for phase in context.assessment.phases
        where phase.verdict != nil && phase.phase.id != focus.phase.id {
            let minus = TMinus(start: phase.starts, asOf: context.asOf, zone: context.zone)
            let headline: Inline = context.verdict(phase.headline)
            items.append(
                "\(phase.phase.title) (\(minus.short), \(phase.phase.status.rawValue)): \(headline)"
            )
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

    private static func late(_ counts: StatusCounts) -> Inline {
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

    private static func conditions(_ context: ReportContext, to document: inout Document) {
        let open = context.open
        guard open.count > 0 else { return }
        var rows = context.named.map { ConditionRow.cells($0, context) }
        let rest = open.roots.count - context.named.count
        if rest > 0 {
            rows.append(["\(rest) more are in the list of steps below", "", "", ""])
        }
        document.table(
            ["Open conditions: \(open.count)", "What is missing", "Whom to call", "Due"],
            rows: rows)
    }

    private static func rollCall(_ context: ReportContext, to document: inout Document) {
        guard let focus = context.focus else { return }
        let call = RollCall(context.assessment, focus)
        document.table(
            ["Roll call", "People", "Before the start", "After it", "Answer"],
            rows: call.lines.map { line in
                let owner: Inline =
                    line.role == context.checklist.owner ? " (decides)" : ""
                return [
                    "\(context.role(line.role))\(owner)", context.people(line.members, most: 4),
                    counts(line.before), counts(line.after), answer(line),
                ]
            })
    }

    private static func counts(_ counts: StatusCounts) -> Inline {
        counts.applicable == 0 ? "" : "\(counts.shortReadyOfTotal)\(late(counts))"
    }

    private static func answer(_ line: RollCall.Line) -> Inline {
        if let answer = line.answer {
            return "\(strong: "\(DecisionWording.choice(answer.poll.choice))")"
        }
        return line.isAsked ? "not yet" : ""
    }
}
