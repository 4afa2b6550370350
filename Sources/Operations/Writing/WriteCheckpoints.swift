import Attestation
package import ChecklistDecoding
import Files
import LedgerStorage
package import Reporting

/// Writes the signed checkpoint that each report was made from beside it, where the ledger has a log.
///
/// It stands in a file of its own, because who renders the report again need not have the key.
package struct WriteCheckpoints: Sendable {
    private let context: OperationContext
    private let place: LogKeyPlace

    package init(_ context: OperationContext, _ place: LogKeyPlace) {
        self.context = context
        self.place = place
    }

    /// Returns the paths that were written: those of the reports, with `.checkpoint` in place of the
    /// ending.
    package func callAsFunction(
        beside paths: [String], of reports: [ReportInput], _ loaded: [LoadedChecklist]
    ) async throws -> [String] {
        var written: [String] = []
        for location in Set(loaded.map { context.location(for: $0.source.path) }) {
            guard location.format == .sqlite,
                let signed = try await CurrentCheckpoint(location, place)()
            else { continue }
            for (path, report) in zip(paths, reports)
            where report.ledger == signed.checkpoint.extent {
                let stem = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
                let file = "\(stem).checkpoint"
                do throws(FileFailure) {
                    try WholeFile.write(signed.note.bytes, to: file, permissions: 0o644)
                } catch { throw OperationFailure.file(.report, path: file, error) }
                written.append(file)
            }
        }
        return written.sorted()
    }
}
