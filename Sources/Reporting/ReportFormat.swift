/// A way to write assessments down; each format is one type in one file.
package protocol ReportFormat: Sendable {
    /// The name that `--format` takes.
    var name: String { get }

    /// What a server says that it is (RFC 9110 section 8.3.1).
    var mediaType: String { get }

    /// Writes one or many reports; the same input gives the same bytes on every machine.
    func render(_ reports: [ReportInput]) -> [RenderedFile]

    /// The same as one stream, where nobody asked for files.
    func stream(_ reports: [ReportInput]) -> [UInt8]
}

extension ReportFormat {
    /// The files one after the other, parted by an empty line.
    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Array(render(reports).map(\.bytes).joined(separator: [UInt8(ascii: "\n")]))
    }
}
