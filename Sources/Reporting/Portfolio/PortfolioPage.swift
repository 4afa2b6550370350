/// The page over all reports of a folder, beside them.
package enum PortfolioPage {
    /// Nil for a format that has no such page.
    package static func file(_ reports: [ReportInput], as format: String) -> RenderedFile? {
        switch format {
        case "markdown":
            return RenderedFile(name: "README.md", bytes: Array(markdown(reports).utf8))
        case "html":
            let names = ReportName.stems(of: reports).map { "\($0).html" }
            return RenderedFile(name: "index.html", bytes: Array(html(reports, names).utf8))
        default: return nil
        }
    }

    /// The page in HTML, with a link to each report by the name that it is found under.
    ///
    /// Notes come first: a page must not look whole without them.
    package static func html(
        _ reports: [ReportInput], _ names: [String], notes: [String] = []
    ) -> String {
        let document = PortfolioDocument.document(reports, names: names, notes: notes)
        return HTMLPage.text(title: "Portfolio", body: HTMLWriter.body(document))
    }

    /// The page as one text.
    package static func markdown(_ reports: [ReportInput]) -> String {
        let names = ReportName.stems(of: reports).map { "\($0).md" }
        return MarkdownWriter.text(PortfolioDocument.document(reports, names: names))
    }
}

extension PortfolioPage {
    /// The same as a page of a server.
    package static func served(
        _ reports: [ReportInput], _ links: [String], notes: [String], size: Int
    ) -> String {
        let document = PortfolioDocument.document(reports, names: links, notes: notes)
        return ServedPage.html(title: "Portfolio", at: .rollouts, document, size: size)
    }
}
