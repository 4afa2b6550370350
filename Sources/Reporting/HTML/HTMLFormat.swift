import Rollout

/// The report as one page that needs nothing beside it: no script, no picture, no font.
package struct HTMLFormat: ReportFormat {
    package let name = "html"

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).html", bytes: Array(Self.page(report).utf8))
        }
    }

    private static func page(_ report: ReportInput) -> String {
        let checklist = report.assessment.checklist
        let name = "\(ScopeWording.titled(checklist)) in \(checklist.rollout.place)"
        return HTMLPage.text(
            title: "\(report.verdictWords): \(name)",
            body: HTMLWriter.body(ReportSections.document(report)))
    }
}
