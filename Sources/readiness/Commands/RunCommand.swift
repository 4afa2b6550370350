import ArgumentParser
import ChecklistDecoding
import Checks
import LedgerStorage
import Reporting
import Rollout

/// `readiness run`: carries out checks and records what they found.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Carry out the checks of checklists and record what they found.",
        discussion: """
            Every outcome is recorded as soon as it is there, so that Ctrl-C loses nothing. Exits with 0 \
            where every check is met, 1 where one is not or could not be carried out. Commands run only \
            for a checklist that you trusted with `readiness trust`.
            """)

    @Argument(help: ArgumentHelp("The checklists.", valueName: "checklist"))
    var checklists: [String]

    @Option(help: ArgumentHelp("Only steps of this role; may be repeated.", valueName: "role"))
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only steps due against this phase; may be repeated.", valueName: "phase"))
    var phase: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this step, or all of its for-each; may be repeated.", valueName: "step"))
    var step: [String] = []

    @Option(help: ArgumentHelp("How many checks run at once.", valueName: "count"))
    var jobs = 16

    @Flag(help: "Run the commands of the checklists although they are not trusted; for pipelines.")
    var allowCommands = false

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (1...1024).contains(jobs) else {
            throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
        }
    }

    func run() async throws {
        let loaded = try await ChecklistLoading.load(
            checklists, parameters: parameters, ledger: ledger)
        let plan = try RunPlan(
            loaded, filter: RunPlan.Filter(roles: role, phases: phase, steps: step),
            commands: try permissions(loaded))
        guard !plan.entries.isEmpty else {
            throw CommandFailure(
                .noGo,
                "There is nothing to check: no step that applies and fits has a check. Nothing was recorded."
            )
        }
        for (index, checklist) in loaded.enumerated()
        where !plan.entries.contains(where: { $0.source == index }) {
            Terminal.note("\(checklist.path): nothing to check, nothing recorded")
        }
        let recorder = RunRecorder(
            principal: principal.principal,
            ledgers: loaded.map { LedgerLocation.ledger(ledger, for: $0.path) })
        let results = try await recorder.recording(loaded) {
            try await Interruption.run { try await execute(plan, recorder) }
        }
        try await Terminal.write(text(plan, results, loaded))
        let missing = results.filter { $0 == nil }.count
        if missing > 0 {
            Terminal.note(
                "interrupted: \(results.count - missing) of \(results.count) checks are recorded")
            throw ExitStatus.interrupted
        }
        if results.contains(where: { $0?.outcome != .met }) { throw ExitStatus.noGo }
    }

    private func execute(_ plan: RunPlan, _ recorder: RunRecorder) async throws -> [CheckResult?] {
        let display = ProgressDisplay(total: plan.entries.count)
        defer { display.finish() }
        var done = 0
        return try await Evaluator(jobs: jobs).run(plan.entries.map(\.planned)) { index, result in
            let entry = plan.entries[index]
            do {
                try await recorder.record(result, of: entry)
            } catch {
                display.finish()
                Terminal.note(
                    "The run ends here: \(done) of \(plan.entries.count) checks were recorded.")
                throw error
            }
            done += 1
            display.advance(to: done, line: ResultLine.text(entry, result))
        }
    }

    /// For each checklist whether its commands may run.
    private func permissions(_ loaded: [LoadedChecklist]) throws -> [Surroundings.CommandPermission]
    {
        // Who keeps the list unsafe is told so only where the list is needed.
        if allowCommands || !loaded.contains(where: { !$0.commands.isEmpty }) {
            return loaded.map { _ in .granted }
        }
        let trusted = Set(try TrustStore.own.entries().map(\.digest))
        return loaded.map { checklist in
            trusted.contains(checklist.trustDigest)
                ? .granted
                : .refused(
                    "The checklist is not trusted to run commands; look at it, then use `readiness trust` "
                        + "or --allow-commands.")
        }
    }

    private func text(
        _ plan: RunPlan, _ results: [CheckResult?], _ loaded: [LoadedChecklist]
    ) async throws -> String {
        if format == .json {
            let judging = Judging(ledger: ledger, asOf: .now, command: ["status"])
            return Judging.json(try await judging.reports(loaded))
        }
        var lines = zip(plan.entries, results).map { ResultLine.text($0, $1) }
        let counts = CheckResult.Outcome.allCases.map { outcome in
            "\(results.filter { $0?.outcome == outcome }.count) \(outcome.rawValue)"
        }
        lines.append(counts.joined(separator: ", "))
        return lines.joined(separator: "\n") + "\n"
    }
}
