import Rollout

/// The effects of the change, each with the steps that address it.
enum EffectsSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Coverage of effects")
        let effects = context.checklist.effects
        guard !effects.isEmpty else {
            document.paragraph("The checklist names no effects.")
            return
        }
        let uncovered = effects.filter { steps(for: $0, context).isEmpty }
        if uncovered.isEmpty {
            document.paragraph("Every effect is addressed by at least one step.")
        } else {
            document.paragraph(
                "**No step addresses:** \(.joined(uncovered.map { "\($0.title) (\(code: $0.id))" }))."
            )
        }
        document.table(
            ["Effect", "Kind", "Likelihood", "Impact", "Roles", "Addressed by"],
            rows: effects.map { row($0, context) })
        for effect in effects where !effect.text.isEmpty || !effect.references.isEmpty {
            document.paragraph("**\(effect.title)** (\(code: effect.id))")
            document.quote(authorsMarkdown: effect.text)
            document.list(effect.references.map { "\(link: "", to: $0)" })
        }
    }

    private static func steps(for effect: Effect, _ context: MarkdownContext) -> [StepAssessment] {
        context.assessment.steps.filter { $0.step.addresses.contains(effect.id) }
    }

    private static func row(_ effect: Effect, _ context: MarkdownContext) -> [MarkdownInline] {
        let steps = steps(for: effect, context)
        return [
            "\(effect.title)", "\(effect.kind.rawValue)",
            "\(effect.likelihood?.rawValue ?? "not rated")",
            "\(effect.impact?.rawValue ?? "not rated")", .joined(effect.roles.map(context.role)),
            steps.isEmpty
                ? "**no step: uncovered**"
                : .joined(steps.map(context.stepWithStatus), separator: "<br>"),
        ]
    }
}
