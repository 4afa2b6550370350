import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// Judges checklists by their ledgers at an instant.
struct Judging {
    let ledger: LedgerOptions
    let asOf: AsOfOptions
    /// The words of the command that is being carried out, for the way to reproduce a report.
    let command: [String]
    let parameters: ParameterOptions

    /// One report for each checklist.
    func reports(_ loaded: [LoadedChecklist]) async throws -> [ReportInput] {
        let now = Machine.now()
        var reports: [ReportInput] = []
        for checklist in loaded {
            let instant = asOf.instant(in: checklist.checklist.zone, now: now)
            let ledger = LedgerLocation.ledger(self.ledger, for: checklist.path)
            let records = try await ledger.records(of: nil).filter { $0.recordedAt <= instant }
            try await ledger.close()
            let last = records.last.map {
                ReportInput.Position(sequence: $0.sequence, digest: $0.digest)
            }
            reports.append(
                ReportInput(
                    assessment: checklist.checklist.assessment(of: records, asOf: instant),
                    tool: ReportInput.Tool(name: "readiness", version: ToolVersion.current),
                    ledger: ReportInput.LedgerExtent(count: records.count, last: last),
                    command: words(checklist, instant)))
        }
        return reports
    }

    /// The shape that programs read: an object for one checklist, an array for several.
    func json(_ loaded: [LoadedChecklist]) async throws -> String {
        Self.json(try await reports(loaded))
    }

    /// The same for reports that are there already.
    static func json(_ reports: [ReportInput]) -> String {
        let values = reports.map { JSONFormat().value($0) }
        let whole: JSONValue = values.count == 1 ? values[0] : .array(values)
        return whole.prettyText + "\n"
    }

    /// What exits with the worst verdict of all.
    static func leave(with reports: [ReportInput]) throws {
        let status = ExitStatus(reports.map(\.assessment.verdict).max() ?? .noGo)
        if status != .success { throw status }
    }

    /// The command that renders the report again, from the text that the ledger keeps.
    private func words(_ loaded: LoadedChecklist, _ instant: Instant) -> [String] {
        let chosen = loaded.chosen.sorted { $0.key < $1.key }.flatMap {
            ["--set", "\($0.key)=\($0.value)"]
        }
        return ["readiness"] + command + [
            loaded.checklist.digest.description, "--as-of", instant.rfc3339,
        ] + chosen
    }
}
