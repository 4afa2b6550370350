import Rollout

/// Every answer to a roll call on record, also those that a later one replaced.
enum RollCallSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let polls = context.assessment.polls
        let asked = context.checklist.decisions
        guard !polls.isEmpty || !asked.poll.isEmpty else { return }
        document.heading(2, "Roll calls")
        if !asked.poll.isEmpty {
            let roles = MarkdownInline.joined(asked.poll.map(context.role))
            let rule: MarkdownInline =
                asked.isUnanimous ? " Each must say go." : ""
            document.paragraph("A go waits for the answers of \(roles).\(rule)")
        }
        guard !polls.isEmpty else {
            document.paragraph("None recorded.")
            return
        }
        document.table(
            [
                "Phase", "Answer", MarkdownContext.authorHeader, context.timeHeader("When"),
                "Comment", "Counts", "Entry",
            ], rows: polls.map { row($0, context) })
    }

    private static func row(
        _ assessment: PollAssessment, _ context: MarkdownContext
    ) -> [MarkdownInline] {
        let poll = assessment.poll
        let closing: MarkdownInline = poll.question == .close ? " (closing)" : ""
        let why = PollWording.sentence(assessment.reason, context.words)
        return [
            "\(context.phase(poll.phase))\(closing)",
            "**\(DecisionWording.choice(poll.choice))**",
            context.author(assessment.entry, role: assessment.role),
            context.cellTime(assessment.entry.recordedAt), "\(poll.comment)",
            "\(assessment.counts ? "yes" : "no"): \(why)", context.entry(assessment.entry),
        ]
    }
}
