import Rollout

/// The report as one page that needs nothing beside it: no script, no picture, no font.
package struct HTMLFormat: DocumentFormat {
    package let name = "html"
    package let mediaType = "text/html; charset=utf-8"

    package init() {}

    package func file(
        _ document: Document, of report: ReportInput, stem: String
    ) -> RenderedFile {
        let checklist = report.assessment.checklist
        let name = "\(ScopeWording.titled(checklist)) in \(checklist.rollout.place)"
        let page = HTMLPage.text(
            title: "\(report.verdictWords): \(name)", body: HTMLWriter.body(document))
        return RenderedFile(name: "\(stem).html", bytes: Array(page.utf8))
    }
}
