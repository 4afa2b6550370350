import Files
import Glibc
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
        let titles = formats.map { ($0 as? any DocumentFormat)?.titles(of: reports) }
        var made: [[String]: [Document]] = [:]
        for titles in Set(titles.compactMap(\.self)) {
            made[titles] = await Self.documents(reports, titles)
        }
        let documents = made
        let written = await AllProcessors.map(Array(zip(formats, titles))) { format, titles in
            let files =
                titles.flatMap { documents[$0] }.flatMap {
                    (format as? any DocumentFormat)?.render(reports, as: $0)
                } ?? format.render(reports)
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

    /// The blocks of each report, once for all formats of the titles; several processors make them
    /// at once.
    private static func documents(
        _ reports: [ReportInput], _ titles: [String]
    ) async -> [Document] {
        let parts = zip(reports, titles).enumerated().flatMap { number, pair in
            ReportSections.parts(of: pair.0, titled: pair.1).map { (number: number, make: $0) }
        }
        let made = await AllProcessors.map(parts) { $0.make() }
        return zip(parts, made).reduce(into: reports.map { _ in Document() }) { documents, pair in
            documents[pair.0.number].append(pair.1)
        }
    }

    /// Refuses to write a page over a file that is no such page.
    package func requirePage(_ name: String) throws(OperationFailure) {
        let path = path(of: name)
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: 256 << 20)
        } catch {
            if case .system(let error) = error, error.code == ENOENT { return }
            throw .file(.report, path: path, error)
        }
        guard PortfolioPage.isPage(bytes) else { throw .foreignPage(path: path) }
    }

    private func path(of name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// Writes a file into the folder, which is there, and returns its path.
    package func callAsFunction(_ file: RenderedFile) throws(OperationFailure) -> String {
        let path = path(of: file.name)
        do throws(FileFailure) {
            try WholeFile.write(file.bytes, to: path, permissions: 0o644)
        } catch {
            throw .file(.report, path: path, error)
        }
        return path
    }
}
