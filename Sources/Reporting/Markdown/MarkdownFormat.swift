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
}
