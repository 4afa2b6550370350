import Rollout

/// What there is to do for the steps that are open, in the words of the checklist.
enum TasksSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.team]

    static func write(_ context: ReportContext, to document: inout Document) {
        let places = context.assessment.steps.indices.filter { tells($0, context) }
        guard !places.isEmpty else { return }
        document.heading(2, "What is left to do")
        for place in places {
            let step = context.assessment.steps[place].step
            document.paragraph("\(strong: "\(step.title)") (\(context.role(step.role)))")
            document.quote(authorsMarkdown: step.text)
        }
    }

    /// Whether the text of a step stands here, so that it stands nowhere else.
    static func tells(_ place: Int, _ context: ReportContext) -> Bool {
        let steps = context.assessment.steps
        return !steps[place].step.text.isEmpty && !steps[place].status.isSettled
            && context.isListed(place)
    }
}
