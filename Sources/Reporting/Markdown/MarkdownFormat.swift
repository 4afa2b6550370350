/// The report for people: GitHub-flavoured Markdown.
package struct MarkdownFormat: DocumentFormat {
    package let name = "markdown"

    package init() {}

    package func file(
        _ document: Document, of report: ReportInput, stem: String
    ) -> RenderedFile {
        RenderedFile(name: "\(stem).md", bytes: Array(MarkdownWriter.text(document).utf8))
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
