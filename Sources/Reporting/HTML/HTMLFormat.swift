import Rollout

/// The report as one page that needs nothing beside it: no script, no picture, no font.
package struct HTMLFormat: DocumentFormat {
    package let name = "html"
    package let mediaType = "text/html; charset=utf-8"
    /// Two pages behind each other are none.
    package let joinsReports = false

    package init() {}

    package func file(
        _ document: Document, of report: ReportInput, place: String, stem: String
    ) -> RenderedFile {
        let name = "\(ScopeWording.titled(report.assessment.checklist)) in \(place)"
        let page = HTMLPage.text(
            title: "\(report.verdictWords): \(name)", body: HTMLWriter.body(document))
        return RenderedFile(name: "\(stem).html", bytes: Array(page.utf8))
    }

    package func titles(of reports: [ReportInput]) -> [String] {
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        return reports.map { names.name(of: $0) }
    }
}
