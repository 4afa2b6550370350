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
        let rendered = await AllProcessors.map(formats) { $0.render(reports) }
        var paths: [[String]] = []
        for files in rendered {
            var own: [String] = []
            for file in files { own.append(try self(file)) }
            paths.append(own)
        }
        return paths
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
