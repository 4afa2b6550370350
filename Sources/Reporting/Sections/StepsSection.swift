import Rollout

/// The steps of each phase that applies, by role, with one line of evidence each.
enum StepsSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.team, .auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        let facts = context.facts
        // Steps of a cancelled phase still count for those behind it.
        let phases = zip(context.assessment.phases, facts.phases)
        let parts = phases.map { (Optional($0.0), $0.1.byRole) } + [(nil, facts.unlistedByRole)]
        for (phase, groups) in parts {
            let shown = groups.compactMap { group -> (PhaseFacts.RoleGroup, [Int])? in
                let places = group.steps.filter {
                    context.isListed($0) && context.assessment.steps[$0].status != .notApplicable
                }
                return places.isEmpty ? nil : (group, places)
            }
            guard !shown.isEmpty else { continue }
            document.heading(2, title(phase))
            if phase != nil, context.selection.narrows { document.paragraph(narrowed(context)) }
            for (group, places) in shown {
                document.table(
                    [
                        context.role(group.role), "Status", "On record", "Due", "Finished",
                        "Counts until",
                    ],
                    rows: places.map { row($0, context) })
            }
        }
    }

    private static func title(_ phase: PhaseAssessment?) -> Inline {
        guard let phase else { return "Steps that are due against no phase" }
        return phase.phase.status == .cancelled
            ? "Steps: \(phase.phase.title) (cancelled)" : "Steps: \(phase.phase.title)"
    }

    private static func narrowed(_ context: ReportContext) -> Inline {
        let all = context.assessment.steps.indices
        let who =
            context.selection.roles.map { context.role($0) }
            + context.selection.people.map { "\(code: $0.text)" }
        return
            "Listed are \(all.count(where: context.isListed)) of \(Prose.count(all.count, "step")), those of \(.list(who, "and")). Verdicts and counts are over all of them."
    }

    private static func row(_ place: Int, _ context: ReportContext) -> [Inline] {
        let step = context.assessment.steps[place]
        let advisory: Inline = step.step.level == .advisory ? " (advisory)" : ""
        return [
            "\(context.step(step.step.id)) \(step.step.title)\(advisory)", context.state(step),
            EvidenceLine.words(place, context), context.due(step), finished(step, context),
            step.countsUntil.map { context.clock($0) } ?? "",
        ]
    }

    /// When it was first ready; late ones say so for ever.
    private static func finished(_ step: StepAssessment, _ context: ReportContext) -> Inline {
        guard let at = step.punctuality.finishedAt else { return "" }
        let late: Inline =
            if case .finishedLate = step.punctuality {
                ", \(strong: "\(Lateness.words(step, asOf: context.asOf) ?? "late")")"
            } else {
                ""
            }
        return "\(context.clock(at))\(late)"
    }
}
