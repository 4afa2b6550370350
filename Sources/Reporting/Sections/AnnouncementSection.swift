import Rollout

/// The facts of the announcement, each with where it is from.
enum AnnouncementSection: ReportSection {
    static let audiences: [ReportSelection.Audience] = [.auditor]

    static func write(_ context: ReportContext, to document: inout Document) {
        let change = context.checklist.change
        guard change != Change() else { return }
        document.heading(2, "The announcement")
        let values = change.values
        document.table(
            ["What", "Value", "Source"],
            rows: values.map { value in
                let links: Inline = .joined(value.links.map { "\(link: $0.title, to: $0.url)" })
                return [
                    "\(value.title)", value.text.isEmpty ? links : "\(value.text)",
                    ProvenanceWording.words(of: value.key, in: change.provenance),
                ]
            })
        for prose in change.proses where !prose.text.isEmpty {
            let source = ProvenanceWording.words(of: prose.key, in: change.provenance)
            let whence: Inline = source.isEmpty ? "" : " (\(source))"
            document.paragraph("\(strong: "\(prose.title)")\(whence)")
            document.quote(authorsMarkdown: prose.text)
        }
        let locked = change.provenance.keys(from: .notPublished)
        if !locked.isEmpty {
            document.paragraph(
                "\(strong: "Not published:") \(.joined(locked.map { "\($0)" })).")
        }
    }
}
