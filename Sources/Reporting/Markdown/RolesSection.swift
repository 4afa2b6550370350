import Rollout

/// Who prepares what: every role with its members and where its steps stand.
enum RolesSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Roles")
        let known = context.checklist.roles
        guard !known.isEmpty else {
            document.paragraph("The checklist names no roles.")
            return
        }
        document.table(
            ["Role", "Members", "Steps", "Late"],
            rows: known.map { role in
                let steps = context.assessment.steps.filter { $0.step.role == role.id }
                let counts = StatusCounts(steps)
                let owner: MarkdownInline =
                    role.id == context.checklist.owner ? " (owner: decides go or no-go)" : ""
                return [
                    "\(context.role(role.id))\(owner)",
                    role.members.isEmpty
                        ? "none named" : .joined(role.members.map { "\(code: $0)" }),
                    "\(counts.words)", "\(counts.late)",
                ]
            })
    }
}
