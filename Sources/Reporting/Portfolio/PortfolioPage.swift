package import Rollout

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
    /// Notes come first: a page must not look whole without them. Who is signed in gets links to the
    /// pages on which one signs.
    package static func html(
        _ reports: [ReportInput], _ names: [String], notes: [String] = [],
        signedIn person: Principal? = nil
    ) -> String {
        var document = Document()
        if let person {
            document.paragraph("You are signed in as \(person.text). What you may sign:")
            document.list(
                zip(reports, names).map { report, name in
                    "\("\(ScopeWording.titled(report.assessment.checklist))", file: "\(name)/sign")"
                })
        }
        document.append(PortfolioDocument.document(reports, names: names, notes: notes))
        return HTMLPage.text(title: "Portfolio", body: HTMLWriter.body(document))
    }

    /// The page as one text.
    package static func markdown(_ reports: [ReportInput]) -> String {
        let names = ReportName.stems(of: reports).map { "\($0).md" }
        return MarkdownWriter.text(PortfolioDocument.document(reports, names: names))
    }
}
