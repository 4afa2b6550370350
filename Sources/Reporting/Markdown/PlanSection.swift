import Rollout

/// Whether the text of the checklist is approved, and every approval on record.
enum PlanSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let approvals = context.assessment.approvals
        guard context.assessment.plan != nil || !approvals.isEmpty else { return }
        document.heading(2, "Approval of the text")
        switch context.assessment.plan {
        case .approved: document.paragraph("The text of the checklist is approved.")
        case .lacking(let roles, let approved):
            document.paragraph(
                "**\(PlanWording.lacking(roles, approved: approved, context.words))**")
        case nil: document.paragraph("The checklist does not wait for it.")
        }
        guard !approvals.isEmpty else { return }
        document.table(
            [
                "Text", MarkdownContext.authorHeader, context.timeHeader("When"), "Note", "Counts",
                "Entry",
            ],
            rows: approvals.map { approval in
                let why = PlanWording.sentence(approval.reason, context.words)
                return [
                    "\(code: "sha256:\(approval.entry.statement.checklist.short)…")",
                    context.author(approval.entry, role: approval.role),
                    context.cellTime(approval.entry.recordedAt), "\(approval.approval.note)",
                    "\(approval.reason == .counts ? "yes" : "no"): \(why)",
                    context.entry(approval.entry),
                ]
            })
    }
}
