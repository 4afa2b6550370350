import Rollout

/// What there is to do for the steps that are open, in the words of the checklist.
enum TasksSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.team]

    static func write(_ context: ReportContext, to document: inout Document) {
        let places = places(context)
        guard !places.isEmpty else { return }
        document.heading(2, "What is left to do")
        for place in places {
            let step = context.assessment.steps[place].step
            document.paragraph("\(strong: "\(step.title)") (\(context.role(step.role)))")
            document.quote(authorsMarkdown: step.text)
        }
    }

    /// The steps whose text stands here, so that it stands nowhere else.
    static func places(_ context: ReportContext) -> [Int] {
        let steps = context.assessment.steps
        return steps.indices.filter {
            !steps[$0].status.isSettled && !steps[$0].step.text.isEmpty && context.isListed($0)
        }
    }
}
