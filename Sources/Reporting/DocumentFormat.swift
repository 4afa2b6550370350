/// A format for people: it writes the blocks of the report.
package protocol DocumentFormat: ReportFormat {
    /// Writes a report whose blocks were made; `stem` is the name of the file without its ending.
    /// `place` is where the rollout is kept, told apart from the others.
    func file(
        _ document: Document, of report: ReportInput, place: String, stem: String
    ) -> RenderedFile

    /// The title of each report, as the file of the format names it.
    func titles(of reports: [ReportInput]) -> [String]
}

extension DocumentFormat {
    package var choosesSteps: Bool { true }

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        render(
            reports,
            as: zip(reports, titles(of: reports)).map { ReportSections.document($0, titled: $1) })
    }

    /// Writes reports whose blocks were made, for all formats that take them.
    package func render(_ reports: [ReportInput], as documents: [Document]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(zip(reports, documents), ReportName.stems(of: reports)).map { pair, stem in
            file(pair.1, of: pair.0, place: places.name(of: pair.0), stem: stem)
        }
    }
}
