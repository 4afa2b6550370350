import Files
package import Reporting

/// Renders reports into files of a folder.
package struct WriteReports: Sendable {
    private let format: any ReportFormat
    private let folder: String

    package init(as format: any ReportFormat, into folder: String) {
        self.format = format
        self.folder = folder
    }

    /// Writes every file as a whole, and returns their paths.
    package func callAsFunction(_ reports: [ReportInput]) throws(OperationFailure) -> [String] {
        do throws(FileFailure) {
            try Folder.make(folder, permissions: 0o755)
        } catch {
            throw .file(.reports, path: folder, error)
        }
        var paths: [String] = []
        for file in format.render(reports) { paths.append(try self(file)) }
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
