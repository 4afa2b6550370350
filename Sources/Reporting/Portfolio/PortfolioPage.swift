package import Rollout

/// The page over all reports of a folder, beside them.
package enum PortfolioPage {
    /// The page beside reports in formats that have none of their own, with a link to each by its name;
    /// names are of the reports in their order.
    package static func file(_ reports: [ReportInput], linking names: [String]) -> RenderedFile {
        let document = PortfolioDocument.document(reports, names: names)
        return RenderedFile(name: fileName, bytes: Array(MarkdownWriter.text(document).utf8))
    }

    /// Nil for a format that has no such page.
    package static func file(_ reports: [ReportInput], as format: String) -> RenderedFile? {
        switch format {
        case "markdown":
            return RenderedFile(name: fileName, bytes: Array(markdown(reports).utf8))
        case "html":
            let names = ReportName.stems(of: reports).map { "\($0).html" }
            return RenderedFile(name: "index.html", bytes: Array(html(reports, names).utf8))
        default: return nil
        }
    }

    /// Whether a file is such a page, of whichever rollouts.
    package static func isPage(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(1024), as: UTF8.self)
        return isMarkdown(text) || HTMLPage.isPage(text, titled: title)
    }

    /// Its heading counts the rollouts, and the line below says as of when.
    private static func isMarkdown(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: true)
        guard let head = lines.first,
            let start = [title, forecastTitle].map({ "# \($0): " }).first(where: head.hasPrefix),
            let count = Int(head.dropFirst(start.count).prefix { $0 != " " })
        else { return false }
        return head == "\(start)\(Prose.count(count, "rollout"))"
            && (count == 0 || lines.dropFirst().first?.contains(" · as of ") ?? false)
    }

    /// The file of the page in Markdown.
    package static let fileName = "README.md"
    static let title = "Portfolio"
    static let forecastTitle = "Forecast: portfolio"

    /// The page in HTML, with a link to each report by the name that it is found under.
    static func html(_ reports: [ReportInput], _ names: [String]) -> String {
        let document = PortfolioDocument.document(reports, names: names)
        return HTMLPage.text(title: title, body: HTMLWriter.body(document))
    }

    /// The page as one text.
    package static func markdown(_ reports: [ReportInput]) -> String {
        let names = ReportName.stems(of: reports).map { "\($0).md" }
        return MarkdownWriter.text(PortfolioDocument.document(reports, names: names))
    }
}

extension PortfolioPage {
    /// The same as a page of a server; who is signed in gets links to the pages on which one signs.
    ///
    /// Notes come first: a page must not look whole without them.
    package static func served(
        _ reports: [ReportInput], _ links: [String], notes: [String], size: Int,
        signedIn person: Principal? = nil
    ) -> String {
        var document = Document()
        if let person {
            document.paragraph("You are signed in as \(person.text). What you may sign:")
            document.list(
                zip(reports, links).map { report, link in
                    "\("\(ScopeWording.titled(report.assessment.checklist))", file: "\(link)/sign")"
                })
        }
        document.append(PortfolioDocument.document(reports, names: links, notes: notes))
        return ServedPage.html(title: "Portfolio", at: .rollouts, document, size: size)
    }
}
