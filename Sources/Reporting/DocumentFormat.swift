/// A format for people: it writes the blocks of the report.
package protocol DocumentFormat: ReportFormat {
    /// Writes a report whose blocks were made; `stem` is the name of the file without its ending.
    func file(_ document: Document, of report: ReportInput, stem: String) -> RenderedFile
}

extension DocumentFormat {
    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        render(reports, as: reports.map { ReportSections.document($0) })
    }

    /// Writes reports whose blocks were made, for all formats that take them.
    package func render(_ reports: [ReportInput], as documents: [Document]) -> [RenderedFile] {
        zip(zip(reports, documents), ReportName.stems(of: reports)).map { pair, stem in
            file(pair.1, of: pair.0, stem: stem)
        }
    }
}
