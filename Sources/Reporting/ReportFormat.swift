/// A way to write an assessment down; each format is one type in one file.
package protocol ReportFormat: Sendable {
    /// The name that `--format` takes.
    var name: String { get }
    /// The end of the file name, without the dot.
    var fileExtension: String { get }

    /// Writes the report; the same input gives the same bytes on every machine.
    func render(_ report: ReportInput) -> String
}

/// Every report format there is.
package enum ReportFormats {
    /// The formats in the order in which help texts name them; the first is the default.
    package static let all: [any ReportFormat] = [
        MarkdownFormat(),
        JSONFormat(),
    ]

    /// The format of a name; nil where there is none.
    package static func named(_ name: String) -> (any ReportFormat)? {
        all.first { $0.name == name }
    }
}
