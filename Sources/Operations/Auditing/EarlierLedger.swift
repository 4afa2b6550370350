import Attestation
import ChecklistDecoding
import Files
import LedgerStorage
import Reporting
package import Rollout

/// What an old report or checkpoint says of the ledger that it was made from.
package struct EarlierLedger: Sendable {
    package let path: String
    package let extent: LedgerExtent
    /// The report and its own command; nil for a checkpoint.
    private let report: (bytes: [UInt8], command: ReportRecipe)?

    /// The checkpoint; nil for a report.
    private let note: SignedNote?

    /// Reads a report in Markdown, or a checkpoint (c2sp.org/tlog-checkpoint).
    package init(_ path: String) throws(OperationFailure) {
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: 256 << 20)
        } catch { throw .file(.earlier, path: path, error) }
        self.path = path
        if let note = try? SignedNote(bytes), let checkpoint = try? Checkpoint(note.text) {
            extent = checkpoint.extent
            report = nil
            self.note = note
            return
        }
        guard let read = ReportedLedger(markdown: bytes) else { throw .notAReport(path: path) }
        extent = read.extent
        report = (bytes, read.command)
        note = nil
    }

    /// What a report is about, and how many entries it was made from; nil for a checkpoint.
    package var point: (place: String?, asOf: Instant, entries: Int)? {
        report.map { ($0.command.place, $0.command.asOf, $0.command.entries) }
    }

    /// Whether it is a report, which is rendered again.
    package var isReport: Bool { report != nil }

    /// What contradicts it in a ledger.
    func findings(
        in location: LedgerLocation, _ context: OperationContext
    ) async throws -> [AuditFinding] {
        guard try await isBeginning(of: location.ledger()) else {
            return [
                AuditFinding(
                    entry: nil, rule: .since,
                    "it does not begin with the \(extent.size) entries of \(path), root \(extent.root)"
                )
            ]
        }
        // A key that cannot be read is told where the log's own checkpoints are looked at.
        if let note, let log = try? LogFiles(location).log(),
            (try? note.checkpoint(of: log)) == nil
        {
            return [
                AuditFinding(
                    entry: nil, rule: .since, "\(path) is not signed by the key of the ledger's log"
                )
            ]
        }
        guard let report else { return [] }
        return try await rendered(report.bytes, report.command, context)
    }

    /// Whether its entries are the first ones of a ledger, which is closed then.
    func isBeginning(of ledger: any Ledger) async throws -> Bool {
        let extent = extent
        let extends: Bool
        do {
            extends = try await ledger.hashes { hashes in
                guard extent.size <= hashes.size, try hashes.extent(at: extent.size) == extent
                else { return false }
                let now = try hashes.extent(at: hashes.size)
                return try hashes.consistency(from: extent.size, to: hashes.size)
                    .proves(now, extends: extent)
            }
        } catch is TreeHashes.Contradiction {
            extends = false
        } catch let error as LedgerError {
            guard case .damaged = error.cause else { throw error }
            extends = false
        }
        try await ledger.close()
        return extends
    }

    private func rendered(
        _ bytes: [UInt8], _ command: ReportRecipe, _ context: OperationContext
    ) async throws -> [AuditFinding] {
        do {
            let loader = ChecklistLoader(
                context, target: command.target, chosen: command.chosen, place: command.place)
            let loaded = try await loader.loadOne(command.checklist)
            let point = JudgementPoint(
                asOf: .instant(command.asOf), entries: command.entries,
                isForecast: command.isForecast)
            let judged = try await JudgeRollouts(context, at: point).judge(loaded)
            let files = MarkdownFormat().render([
                judged.report(ReportInput.Tool(context), for: command.selection)
            ])
            guard files.count != 1 || files[0].bytes != bytes else { return [] }
            return [
                AuditFinding(
                    entry: nil, rule: .since,
                    "\(path) is not what its own command renders; \(Self.difference(files.first?.bytes ?? [], bytes))"
                )
            ]
        } catch let failure as OperationFailure {
            return [AuditFinding(entry: nil, rule: .since, detail: .failure(failure))]
        } catch let error as ContentError {
            return [
                AuditFinding(
                    entry: nil, rule: .since, "\(path) cannot be rendered again: \(error.complaint)"
                )
            ]
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            let place = damage.sequence.map { " at entry \($0)" } ?? ""
            return [
                AuditFinding(
                    entry: nil, rule: .since,
                    "\(path) cannot be rendered again: the ledger is damaged\(place)")
            ]
        }
    }

    /// The first line that differs.
    private static func difference(_ now: [UInt8], _ then: [UInt8]) -> String {
        let lines = zip(
            now.split(separator: 10, omittingEmptySubsequences: false),
            then.split(separator: 10, omittingEmptySubsequences: false))
        let number = lines.prefix { $0 == $1 }.count + 1
        return "line \(number) is the first one that differs"
    }
}
