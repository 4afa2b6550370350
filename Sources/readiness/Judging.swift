import CanonicalJSON
import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout

/// The checklists of a command line, judged.
struct Judging {
    /// Those whose ledgers could be read, in the order of the command line.
    let reports: [ReportInput]
    /// What the others came to.
    private let failures: [LedgerError]

    /// Judges all of them, and says which ledger could not be read and what was noticed in others.
    init(
        _ loaded: [LoadedChecklist], at point: JudgementPoint, _ context: OperationContext
    ) async throws {
        Terminal.noteMissing(context.missingLedger)
        let tool = ReportInput.Tool(name: "readiness", version: ToolVersion.current)
        var reports: [ReportInput] = []
        var failures: [LedgerError] = []
        for outcome in try await JudgeRollouts(context, at: point).outcomes(loaded) {
            switch outcome.result {
            case .success(let judged):
                let report = judged.report(tool)
                for warning in report.ledgerWarnings + judged.warningsBeyond {
                    Terminal.note(LedgerWording.sentence(warning))
                }
                reports.append(report)
            case .failure(let error):
                let target = outcome.loaded.target.map { " (\($0))" } ?? ""
                Terminal.complain("\(outcome.loaded.path)\(target): \(error)")
                failures.append(error)
            }
        }
        self.reports = reports
        self.failures = failures
    }

    /// The reports in a format; in JSON a list wherever several were asked for, also where a
    /// ledger could not be read and one is left.
    func stream(as format: any ReportFormat = JSONFormat()) -> [UInt8] {
        guard let json = format as? JSONFormat, reports.count + failures.count != 1 else {
            return format.stream(reports)
        }
        let list: JSONValue = ["rollouts": .array(reports.map(json.value))]
        return Array((list.prettyText + "\n").utf8)
    }

    /// Exits with the worst verdict of all.
    func leave() throws {
        try requireAll()
        let status = ExitStatus(reports.map(\.assessment.verdict).max() ?? .noGo)
        if status != .success { throw status }
    }

    /// Exits where a ledger could not be read: what is not known is no verdict.
    func requireAll() throws {
        if let first = failures.first { throw first.exitStatus }
    }
}
