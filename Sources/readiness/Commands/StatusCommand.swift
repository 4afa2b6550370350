import ArgumentParser
import Operations
import Reporting
import Rollout

/// `readiness status`: shows where every step stands.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the verdicts and where every step stands.",
        discussion: """
            Exits with the worst verdict: 0 GO, 1 NO-GO, 2 CONDITIONAL. Verdicts and counts are over all \
            steps; the options that narrow the list change what is shown and nothing else.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests. \(ChecklistNames.folders)",
            valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklists: [String]

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @Flag(help: "One line for each step, however wide the terminal is.")
    var wide = false

    @OptionGroup var steps: StepViewOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).load(ChecklistNames.expand(checklists))
        let judging = try await JudgedReports(loaded, at: asOf.point, context)
        let view = try steps.view(of: loaded)
        switch format {
        case .json: try Terminal.write(json: judging.stream(as: JSONFormat(view: view)))
        case .text:
            try Terminal.write(text(judging.reports, view, wide ? .max : Terminal.width))
        }
        try judging.leave()
    }

    /// Each checklist by itself; one that is judged for several targets with them side by side
    /// first.
    private func text(_ reports: [ReportInput], _ view: StepView, _ width: Int) -> String {
        let table = StatusTable(width: width, colour: Terminal.hasColour)
        let matrix = StatusMatrix(width: width, colour: Terminal.hasColour)
        let groups = reports.reduce(into: [[ReportInput]]()) { groups, report in
            if groups.last?.last?.source == report.source {
                groups[groups.count - 1].append(report)
            } else {
                groups.append([report])
            }
        }
        let names = RolloutNames(of: reports)
        let checklists = RolloutNames(of: reports, by: \.id)
        let summary =
            groups.count > 1
            ? [StatusSummary(width: width, colour: Terminal.hasColour).lines(for: reports)]
            : []
        let parts =
            summary
            + groups.flatMap { group in
                (group.count > 1
                    ? [matrix.lines(for: group, name: checklists.name(of: group[0]))] : [])
                    + group.map { table.lines(for: $0, view: view, name: names.name(of: $0)) }
            }
        return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }
}
