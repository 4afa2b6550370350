import Characters
import Importing
import Reporting

/// What was read of a plan in a table, for people.
enum PlanDraftText {
    static func text(_ draft: PlanDraft) -> String {
        let day = draft.start.map { "\($0)" } ?? "to be announced"
        var lines = [
            "\(draft.id)  \(draft.title): \(Prose.count(draft.plan.steps.count, "step")), cutover \(day)"
        ]
        for role in draft.roles {
            let members = role.members.isEmpty ? "" : ": \(role.members.joined(separator: ", "))"
            lines.append("  role \(role.title)\(members)")
        }
        lines += draft.plan.steps.map(line)
        return lines.map { VisibleText.line($0) + "\n" }.joined()
    }

    private static func line(_ step: PlanTable.Step) -> String {
        let roles = step.owners.roles.isEmpty ? [PlanTable.nobody] : step.owners.roles
        let day = DisplayWidth.fit(step.due.map { "\($0)" } ?? "no day", to: 10)
        let remarks = [
            step.isBlocking ? "" : "advisory",
            step.needs.isEmpty ? "" : "needs \(Prose.list(step.needs, "and"))",
            step.status.isEmpty ? "" : "the table says \"\(step.status)\"",
        ].filter { !$0.isEmpty }
        return (["  \(day)  \(step.title) (\(Prose.list(roles, "and")))"] + remarks)
            .joined(separator: "; ")
    }
}
