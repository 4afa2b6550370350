import Rollout

/// The effects of the change, each with the steps that address it and whether they are ready.
enum EffectsSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.board, .auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        let effects = Array(zip(context.checklist.effects, context.facts.coverage))
        guard !effects.isEmpty else { return }
        document.heading(2, "Effects and what covers them")
        document.table(
            [
                "Effect", "Kind", "Likelihood", "Impact", "Whom it concerns", "Source",
                "Addressed by", "Covered",
            ],
            rows: effects.map { row($0, $1, context) })
        for (effect, _) in effects where !effect.text.isEmpty {
            document.paragraph("\(strong: "\(effect.title)")")
            document.quote(authorsMarkdown: effect.text)
        }
        document.list(references(effects.map(\.0)))
    }

    /// Each reference once, with the effects that it is given for.
    private static func references(_ effects: [Effect]) -> [Inline] {
        var titles: [String: [String]] = [:]
        var order: [String] = []
        for effect in effects {
            for reference in effect.references {
                if titles[reference] == nil { order.append(reference) }
                titles[reference, default: []].append(effect.id)
            }
        }
        return order.map { reference in
            let ids = titles[reference, default: []].map { "\(code: $0)" as Inline }
            return "\(link: "", to: reference), on \(.list(ids, "and"))"
        }
    }

    private static func row(
        _ effect: Effect, _ places: [Int], _ context: ReportContext
    ) -> [Inline] {
        let steps = places.map { context.assessment.steps[$0] }
            .filter { $0.status != .notApplicable }
        let ready = steps.count { $0.status == .ready && !$0.isTainted }
        let without: Inline =
            effect.accepted.isEmpty
            ? "\(strong: "no step: uncovered")" : "no step, accepted: \(effect.accepted)"
        let covered: Inline =
            steps.isEmpty
            ? without : ready == steps.count ? "yes" : "\(ready) of \(steps.count)"
        return [
            "\(effect.title) (\(code: effect.id))", "\(effect.kind.rawValue)",
            "\(effect.likelihood?.rawValue ?? "")",
            "\(effect.impact?.rawValue ?? "")", .joined(effect.roles.map(context.role)),
            ProvenanceWording.words(of: effect),
            .joined(steps.map { context.step($0.step.id) }), covered,
        ]
    }
}
