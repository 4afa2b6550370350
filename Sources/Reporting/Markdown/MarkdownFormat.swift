/// The report for people: GitHub-flavoured Markdown.
package struct MarkdownFormat: ReportFormat {
    package let name = "markdown"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            let text = MarkdownWriter.text(ReportSections.document(report))
            return RenderedFile(name: "\(stem).md", bytes: Array(text.utf8))
        }
    }

    /// The reports one after the other, behind a table of them where they are several.
    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        let summary =
            reports.count > 1
            ? [Array(MarkdownWriter.text(RolloutTable.document(reports)).utf8)] : []
        return Array(
            (summary + render(reports).map(\.bytes)).joined(separator: [UInt8(ascii: "\n")]))
    }
}
