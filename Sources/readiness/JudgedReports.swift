import CanonicalJSON
import ChecklistDecoding
import LedgerStorage
import Operations
import Reporting
import Rollout

/// The checklists of a command line, judged.
struct JudgedReports {
    /// What was judged, in the order of the command line.
    let loaded: [LoadedChecklist]
    /// Those whose ledgers could be read, in the order of the command line.
    let reports: [ReportInput]
    /// What the others came to.
    private let failures: [LedgerError]
    /// Which ledgers were judged by, a sentence for each.
    private let ledgers: [String]
    private let locations: [LedgerLocation]

    /// Judges all of them, and says which ledger could not be read and what was noticed in others.
    init(
        _ loaded: [LoadedChecklist], at point: JudgementPoint, _ context: OperationContext,
        for selection: (JudgedRollout) -> ReportSelection = { _ in .everything }
    ) async throws {
        self.loaded = loaded
        Terminal.noteMissing(context.missingLedger)
        let tool = ReportInput.Tool(context)
        var reports: [ReportInput] = []
        var failures: [LedgerError] = []
        var ledgers: [(location: LedgerLocation, size: Int)] = []
        let outcomes = try await JudgeRollouts(context, at: point).outcomes(loaded)
        let selections = outcomes.map { outcome in
            (outcome, (try? outcome.result.get()).map(selection) ?? .everything)
        }
        let made = await AllProcessors.map(selections, share: 8) { outcome, selection in
            (outcome, outcome.result.map { ($0, $0.report(tool, for: selection)) })
        }
        for (outcome, result) in made {
            switch result {
            case .success((let judged, let report)):
                try SincePoint.require(report)
                if !ledgers.contains(where: { $0.location == judged.location }) {
                    ledgers.append((judged.location, judged.state.extent.size))
                }
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
        for ledger in ledgers { await LedgerNotes.write(ledger.location, context) }
        locations = ledgers.map(\.location)
        self.ledgers = ledgers.filter { $0.location != context.missingLedger }.map {
            LedgerOptions.judged(by: $0.location, $0.size, context)
        }
        self.reports = reports
        self.failures = failures
    }

    /// Refuses to compare with an old report that was made from another ledger.
    func require(_ since: SincePoint) async throws {
        for location in locations { try await since.require(in: location) }
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
        guard let json = format as? JSONFormat else { return format.stream(reports) }
        return JSONFormat.stream(reports.map(json.value), isList: isList)
    }

    private var isList: Bool { reports.count + failures.count != 1 }

    /// The reports in JSON, each with members of its own beside; a list as in `stream`.
    func stream(adding members: [[String: JSONValue]]) -> [UInt8] {
        let values = zip(reports, members).map { report, more -> JSONValue in
            guard case .object(let own) = JSONFormat().value(report) else { return .null }
            return .object(own.merging(more) { own, _ in own })
        }
        return JSONFormat.stream(values, isList: isList)
    }

    /// Ends the program with the worst verdict of all.
    func leave() throws -> Never {
        let phases = reports.lazy.flatMap(\.assessment.phases).filter { $0.headline == .noGo }
        try leave(
            with: reports.map(\.assessment.verdict).max() ?? .noGo,
            lacksFiles: !phases.isEmpty && phases.allSatisfy(\.current.isForLackOfFiles))
    }

    /// Ends the program with the verdict that was reached; where it is NO-GO only because files are no
    /// longer kept beside the ledger, that is trouble with files.
    ///
    /// At once, because giving back the memory of many rollouts takes longer than their page.
    func leave(with verdict: Verdict, lacksFiles: Bool) throws -> Never {
        try requireAll()
        ExitStatus.leave(verdict == .noGo && lacksFiles ? .fileTrouble : ExitStatus(verdict))
    }

    /// Says which ledgers were judged by, and exits where one could not be read: what is not known
    /// is no verdict.
    func requireAll(isQuiet: Bool = false) throws {
        if !isQuiet { for ledger in ledgers { Terminal.note(ledger) } }
        if let first = failures.first { throw first.exitStatus }
    }
}
