import Rollout

/// An open condition as a row of a table.
enum ConditionRow {
    static func cells(
        _ condition: OpenConditions.Condition, _ context: ReportContext
    ) -> [Inline] {
        let waits: Inline =
            condition.waiting.isEmpty
            ? "" : " Waits for it: \(context.steps(condition.waiting, most: 4))."
        let call = context.people(condition.calls)
        guard let place = condition.step else {
            return [
                "The rollout", "\(PhaseWording.sentence(condition.reason, context.words))\(waits)",
                call, "",
            ]
        }
        let step = context.assessment.steps[place]
        let advisory: Inline = step.step.level == .advisory ? ", advisory" : ""
        return [
            "\(context.step(at: place)) \(step.step.title) (\(context.state(step))\(advisory))",
            "\(StepWording.brief(step, context.words))\(waits)", call, context.due(step),
        ]
    }
}
