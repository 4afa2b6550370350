/// Every report format there is.
package enum ReportFormats {
    /// The formats in the order in which help texts name them; the first is the default.
    package static let all: [any ReportFormat] = [
        MarkdownFormat(),
        HTMLFormat(),
        JSONFormat(),
        JUnitFormat(),
        CSVFormat(),
        CalendarFormat(),
        PrometheusFormat(),
        OSCALFormat(),
        GitHubFormat(),
        TeamsFormat(),
    ]

    /// The format of a name; nil where there is none.
    package static func named(_ name: String) -> (any ReportFormat)? {
        all.first { $0.name == name }
    }
}
