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
        let covered = Array(zip(effects, context.facts.coverage))
        let uncovered = covered.filter { $1.isEmpty }.map(\.0)
        if uncovered.isEmpty {
            document.paragraph("Every effect is addressed by at least one step.")
        } else {
            document.paragraph(
                "**No step addresses:** \(.joined(uncovered.map { "\($0.title) (\(code: $0.id))" }))."
            )
        }
        document.table(
            ["Effect", "Kind", "Likelihood", "Impact", "Roles", "Addressed by"],
            rows: covered.map { row($0, $1, context) })
        for effect in effects where !effect.text.isEmpty || !effect.references.isEmpty {
            document.paragraph("**\(effect.title)** (\(code: effect.id))")
            document.quote(authorsMarkdown: effect.text)
            document.list(effect.references.map { "\(link: "", to: $0)" })
        }
    }

    private static func row(
        _ effect: Effect, _ steps: [Int], _ context: MarkdownContext
    ) -> [MarkdownInline] {
        [
            "\(effect.title)", "\(effect.kind.rawValue)",
            "\(effect.likelihood?.rawValue ?? "not rated")",
            "\(effect.impact?.rawValue ?? "not rated")", .joined(effect.roles.map(context.role)),
            steps.isEmpty
                ? "**no step: uncovered**"
                : .joined(steps.map(context.stepWithState), separator: "<br>"),
        ]
    }
}
