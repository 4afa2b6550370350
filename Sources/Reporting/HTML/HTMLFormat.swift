import Rollout

/// The report as one page that needs nothing beside it: no script, no picture, no font.
package struct HTMLFormat: DocumentFormat {
    package let name = "html"
    package let mediaType = "text/html; charset=utf-8"

    /// What stands above the report on a page of a server; nil elsewhere.
    private let above: Inline?

    package init(above: Inline? = nil) { self.above = above }

    package func file(
        _ document: Document, of report: ReportInput, place: String, stem: String
    ) -> RenderedFile {
        let name = "\(ScopeWording.titled(report.assessment.checklist)) in \(place)"
        var page = Document()
        if let above { page.paragraph(above) }
        page.append(document)
        let text = HTMLPage.text(
            title: "\(report.verdictWords): \(name)", body: HTMLWriter.body(page))
        return RenderedFile(name: "\(stem).html", bytes: Array(text.utf8))
    }

    package func titles(of reports: [ReportInput]) -> [String] {
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        return reports.map { names.name(of: $0) }
    }
}
