/// The page over all reports of a folder, beside them.
package enum PortfolioPage {
    /// Nil for a format that has no such page.
    package static func file(_ reports: [ReportInput], as format: String) -> RenderedFile? {
        switch format {
        case "markdown":
            return RenderedFile(name: "README.md", bytes: Array(markdown(reports).utf8))
        case "html":
            let names = ReportName.stems(of: reports).map { "\($0).html" }
            let document = PortfolioDocument.document(reports, names: names)
            let text = HTMLPage.text(title: "Portfolio", body: HTMLWriter.body(document))
            return RenderedFile(name: "index.html", bytes: Array(text.utf8))
        default: return nil
        }
    }

    /// The page as one text.
    package static func markdown(_ reports: [ReportInput]) -> String {
        let names = ReportName.stems(of: reports).map { "\($0).md" }
        return MarkdownWriter.text(PortfolioDocument.document(reports, names: names))
    }
}
