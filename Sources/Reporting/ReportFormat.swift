/// A way to write an assessment down; each format is one type in one file.
package protocol ReportFormat: Sendable {
    /// The name that `--format` takes.
    var name: String { get }
    /// The end of the file name, without the dot.
    var fileExtension: String { get }

    /// Writes the report; the same input gives the same bytes on every machine.
    func render(_ report: ReportInput) -> String
}
