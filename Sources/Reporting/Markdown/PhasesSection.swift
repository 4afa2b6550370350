import Rollout

/// One part for each phase in order of time, with the steps that are due against it.
enum PhasesSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let assessment = context.assessment
        let facts = context.facts
        document.heading(2, "Phases and their steps")
        if assessment.phases.isEmpty, assessment.steps.isEmpty {
            document.paragraph("The checklist has neither phases nor steps.")
        }
        for (phase, own) in zip(assessment.phases, facts.phases) {
            PhaseHead.write(phase, own, context, to: &document)
            steps(own.listed, own.byRole, context, to: &document)
        }
        guard !facts.unlisted.isEmpty else { return }
        document.heading(3, "Steps that are due against no phase")
        steps(facts.unlisted, facts.unlistedByRole, context, to: &document)
    }

    private static func steps(
        _ places: [Int], _ groups: [PhaseFacts.RoleGroup], _ context: MarkdownContext,
        to document: inout MarkdownDocument
    ) {
        guard !places.isEmpty else {
            document.paragraph("No step is due against this phase.")
            return
        }
        for group in groups {
            document.heading(4, "\(context.role(group.role)): \(group.counts.words)")
            document.table(
                ["Step", "Level", "Due", "Status", "Why"],
                rows: group.steps.map { row(context.assessment.steps[$0], context) })
        }
        document.heading(4, "Step by step")
        for place in places { StepDetails.write(at: place, context, to: &document) }
    }

    private static func row(_ step: StepAssessment, _ context: MarkdownContext) -> [MarkdownInline]
    {
        [
            "\(context.step(step.step.id)) \(step.step.title)", "\(step.step.level.rawValue)",
            context.due(step), context.state(step), context.why(step),
        ]
    }
}
