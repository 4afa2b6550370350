import Rollout

/// Who prepares what: every role with its members and where its steps stand.
enum RolesSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        document.heading(2, "Roles")
        guard !context.facts.roles.isEmpty else {
            document.paragraph("The checklist names no roles.")
            return
        }
        document.table(
            ["Role", "Members", "Steps", "Late", "Sign-offs that are missing"],
            rows: context.facts.roles.map { row($0, context) })
    }

    private static func row(_ facts: RoleFacts, _ context: MarkdownContext) -> [MarkdownInline] {
        let role = facts.role
        let owner: MarkdownInline =
            role.id == context.checklist.owner ? " (owner: decides go or no-go)" : ""
        return [
            "\(context.role(role.id))\(owner)",
            role.members.isEmpty ? "none named" : .joined(role.members.map { "\(code: $0.text)" }),
            "\(facts.counts.words)", "\(facts.counts.late)",
            facts.missing.isEmpty
                ? "none" : .joined(facts.missing.map { missing($0, context) }, separator: "<br>"),
        ]
    }

    private static func missing(
        _ missing: MissingSignOffs, _ context: MarkdownContext
    ) -> MarkdownInline {
        let step = context.assessment.steps[missing.step].step.id
        return "\(context.step(step)): \(max(1, missing.wanted - missing.have))"
    }
}
