import CanonicalJSON
import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout

/// The checklists of a command line, judged.
struct JudgedReports {
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
                Self.noteLater(judged)
                for warning in report.ledgerWarnings + judged.warningsBeyond {
                    Terminal.note(LedgerWording.sentence(warning))
                }
                reports.append(report)
            case .failure(let error):
                let target = outcome.loaded.target.map { " (\($0))" } ?? ""
                Terminal.complain("\(outcome.loaded.source)\(target): \(error)")
                failures.append(error)
            }
        }
        self.reports = reports
        self.failures = failures
    }

    /// Tells that a judgement of the past is not that of the ledger as it stands.
    private static func noteLater(_ judged: JudgedRollout) {
        guard judged.later > 0 else { return }
        let entries = Prose.count(judged.later, "later entry", "later entries")
        Terminal.note("\(judged.loaded.source): \(entries) of the ledger left out.")
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

    /// The reports in JSON, each with members of its own beside; a list as in `stream`.
    func stream(adding members: [[String: JSONValue]]) -> [UInt8] {
        let values = zip(reports, members).map { report, more -> JSONValue in
            guard case .object(let own) = JSONFormat().value(report) else { return .null }
            return .object(own.merging(more) { own, _ in own })
        }
        let isOne = values.count == 1 && failures.isEmpty
        let all = isOne ? values[0] : ["rollouts": .array(values)]
        return Array((all.prettyText + "\n").utf8)
    }

    /// Exits with the worst verdict of all.
    func leave() throws {
        try leave(with: ExitStatus(reports.map(\.assessment.verdict).max() ?? .noGo))
    }

    /// Exits with the status that was reached, where the ledger and what is kept beside it bear it.
    ///
    /// Evidence that cannot be shown any more makes nothing ready; a no stays a no without it.
    func leave(with status: ExitStatus) throws {
        try requireAll()
        let lacks = reports.contains { $0.ledgerWarnings.contains { $0.kind == .content } }
        if status != .noGo, lacks { throw ExitStatus.fileTrouble }
        if status != .success { throw status }
    }

    /// Exits where a ledger could not be read: what is not known is no verdict.
    func requireAll() throws {
        if let first = failures.first { throw first.exitStatus }
    }
}
