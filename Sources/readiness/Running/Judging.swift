import CanonicalJSON
import ChecklistDecoding
import LedgerStorage
import Reporting
import Rollout

/// Judges checklists by their ledgers at an instant.
struct Judging {
    /// Where the records are.
    let ledger: LedgerOptions
    /// The instant that was asked for.
    let asOf: AsOf
    /// The words of the command that is being carried out, for the way to reproduce a report.
    let command: [String]

    /// One report for each checklist.
    func reports(_ loaded: [LoadedChecklist]) async throws -> [ReportInput] {
        let now = Machine.now()
        var reports: [ReportInput] = []
        for checklist in loaded {
            let path = LedgerLocation.path(ledger, for: checklist.path)
            LedgerLocation.noteWhereMissing(path, ledger)
            let judged = try await JudgedLedger(
                LedgerFormat(path: path).ledger(at: path), at: path, for: checklist.checklist,
                asOf: asOf, now: now)
            reports.append(
                ReportInput(
                    assessment: judged.assessment,
                    tool: ReportInput.Tool(name: "readiness", version: ToolVersion.current),
                    ledger: judged.extent, command: words(checklist, judged.instant)))
        }
        return reports
    }

    /// The shape that programs read: an object for one checklist, an array for several.
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
