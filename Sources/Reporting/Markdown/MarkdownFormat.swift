import Rollout

/// The report for people: GitHub-flavoured Markdown.
package struct MarkdownFormat: DocumentFormat {
    package let name = "markdown"
    package let mediaType = "text/markdown; charset=utf-8"

    package init() {}

    package func file(
        _ document: Document, of report: ReportInput, place: String, stem: String
    ) -> RenderedFile {
        RenderedFile(name: "\(stem).md", bytes: Array(MarkdownWriter.text(document).utf8))
    }

    /// A file is the same alone and among others: an audit renders it again by itself.
    package func titles(of reports: [ReportInput]) -> [String] {
        reports.map { ScopeWording.titled($0.assessment.checklist) }
    }

    /// The reports one after the other, behind a table of them where they are several.
    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        let summary = reports.count > 1 ? [RolloutTable.document(reports)] : []
        let documents = reports.map {
            ReportSections.document($0, titled: names.name(of: $0))
        }
        return Array((summary + documents).map(MarkdownWriter.text).joined(separator: "\n").utf8)
    }
}
