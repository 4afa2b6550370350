import Files
package import Reporting

/// Renders reports into files of a folder.
package struct WriteReports: Sendable {
    private let folder: String

    package init(into folder: String) { self.folder = folder }

    /// Writes every file as a whole, and returns the paths of each format.
    package func callAsFunction(
        _ reports: [ReportInput], as formats: [any ReportFormat]
    ) async throws(OperationFailure) -> [[String]] {
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o755)
        } catch {
            throw .file(.reports, path: folder, error)
        }
        let documents =
            formats.contains { $0 is any DocumentFormat } ? await Self.documents(reports) : []
        let written = await AllProcessors.map(formats) { format in
            let files =
                (format as? any DocumentFormat)?.render(reports, as: documents)
                ?? format.render(reports)
            return Result { () throws(OperationFailure) in
                var paths: [String] = []
                for file in files { paths.append(try self(file)) }
                return paths
            }
        }
        var paths: [[String]] = []
        for result in written { paths.append(try result.get()) }
        return paths
    }

    /// The blocks of each report, once for all formats; several processors make them at once.
    private static func documents(_ reports: [ReportInput]) async -> [Document] {
        let parts = reports.enumerated().flatMap { number, report in
            ReportSections.parts(of: report).map { (number: number, make: $0) }
        }
        let made = await AllProcessors.map(parts) { $0.make() }
        return zip(parts, made).reduce(into: reports.map { _ in Document() }) { documents, pair in
            documents[pair.0.number].append(pair.1)
        }
    }

    /// Writes a file into the folder, which is there, and returns its path.
    package func callAsFunction(_ file: RenderedFile) throws(OperationFailure) -> String {
        let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
        do throws(FileFailure) {
            try WholeFile.write(file.bytes, to: path, permissions: 0o644)
        } catch {
            throw .file(.report, path: path, error)
        }
        return path
    }
}
