/// A way to write assessments down; each format is one type in one file.
package protocol ReportFormat: Sendable {
    /// The name that `--format` takes.
    var name: String { get }

    /// What a server says that it is (RFC 9110 section 8.3.1).
    var mediaType: String { get }

    /// Whether it lists only the steps that a selection of roles and people chooses; where it does not,
    /// such a selection is refused.
    var choosesSteps: Bool { get }

    /// Whether the reports of several rollouts can stand in one stream.
    var joinsReports: Bool { get }

    /// Writes one or many reports; the same input gives the same bytes on every machine.
    func render(_ reports: [ReportInput]) -> [RenderedFile]

    /// The same as one stream, where nobody asked for files.
    func stream(_ reports: [ReportInput]) -> [UInt8]
}

extension ReportFormat {
    package var choosesSteps: Bool { false }
    package var joinsReports: Bool { true }

    /// The files one after the other, parted by an empty line.
    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Array(render(reports).map(\.bytes).joined(separator: [UInt8(ascii: "\n")]))
    }
}
