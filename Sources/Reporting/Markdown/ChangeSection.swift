import Rollout

/// The announcement that the rollout follows from, with the plain words first.
enum ChangeSection: MarkdownSection {
    static func write(_ context: MarkdownContext, to document: inout MarkdownDocument) {
        let change = context.checklist.change
        document.heading(2, "The change")
        guard change != Change() else {
            document.paragraph("The checklist does not describe the change.")
            return
        }
        text("In plain words", change.plainSummary, to: &document)
        text("Summary", change.summary, to: &document)
        text("How it affects the organisation", change.affects, to: &document)
        text("How to prepare", change.preparation, to: &document)
        let rows = facts(change)
        if !rows.isEmpty { document.table(["Announcement", ""], rows: rows) }
        links("Links", change.links, to: &document)
        links("Internal documents to review", change.documents, to: &document)
    }

    private static func text(
        _ title: MarkdownInline, _ text: String, to document: inout MarkdownDocument
    ) {
        guard !text.isEmpty else { return }
        document.paragraph("**\(title)**")
        document.quote(authorsMarkdown: text)
    }

    private static func links(
        _ title: MarkdownInline, _ links: [Link], to document: inout MarkdownDocument
    ) {
        guard !links.isEmpty else { return }
        document.paragraph("**\(title)**")
        document.list(links.map { "\(link: $0.title, to: $0.url)" })
    }

    private static func facts(_ change: Change) -> [[MarkdownInline]] {
        var rows: [[MarkdownInline]] = []
        func add(_ name: MarkdownInline, _ value: MarkdownInline) {
            if !value.isEmpty { rows.append([name, value]) }
        }
        add("Message", change.message.isEmpty ? "" : "\(code: change.message)")
        add("Product", "\(change.product)")
        add("Workload", "\(change.workload)")
        add("Platforms", "\(change.platforms.joined(separator: ", "))")
        add("Types", "\(change.types.joined(separator: ", "))")
        for label in change.labels { add("\(label.name)", "\(label.value)") }
        add("Created", "\(change.created?.description ?? "")")
        add("Updated", "\(change.updated?.description ?? "")")
        add("Check before", "\(change.checkBefore?.description ?? "")")
        return rows
    }
}
