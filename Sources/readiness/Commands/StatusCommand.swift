import ArgumentParser
import Reporting
import Rollout

/// `readiness status`: shows where every step stands.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the verdicts and where every step stands.",
        discussion: "Exits with the worst verdict: 0 GO, 1 NO-GO, 2 CONDITIONAL.")

    @Argument(help: ArgumentHelp("The checklists.", valueName: "checklist"))
    var checklists: [String]

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let loaded = try await ChecklistLoading.load(
            checklists, parameters: parameters, ledger: ledger)
        let judging = Judging(ledger: ledger, asOf: asOf.asOf, command: ["status"])
        let reports = try await judging.reports(loaded)
        switch format {
        case .json: try Terminal.write(Judging.json(reports))
        case .text:
            let table = StatusTable(width: Terminal.width, colour: Terminal.hasColour)
            let tables = reports.map { table.lines(for: $0.assessment) }
            try Terminal.write(
                tables.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n"))
        }
        try Judging.leave(with: reports)
    }
}
