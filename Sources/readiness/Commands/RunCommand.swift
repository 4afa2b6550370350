import ArgumentParser
import CanonicalJSON
import ChecklistDecoding
import Checks
import LedgerStorage
import Operations
import Reporting
import Rollout

extension OpenChecks.Standing: ExpressibleByArgument {}

/// `readiness run`: carries out checks and records what they found.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Carry out the checks of checklists and record what they found.",
        discussion: """
            Every outcome is recorded as soon as it is there, so that Ctrl-C loses nothing. Exits with 0 \
            where every check is met, 1 where one is not or could not be carried out, 65 where there is \
            nothing to check, also where no check stands as --only asks. Of a checklist with sites, a run from a site carries out the steps that ask \
            for it, and one without --site all the others; it says what it leaves out. Commands run only \
            for a checklist that you trusted with `readiness trust`.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, or folders. \(ChecklistNames.folders)", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklists: [String]

    @Option(
        help: ArgumentHelp("Only steps of this role; may be repeated.", valueName: "role"),
        completion: ChecklistCompletion.roles)
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only steps due against this phase; may be repeated.", valueName: "phase"),
        completion: ChecklistCompletion.phases)
    var phase: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only this step, or all of its for-each; may be repeated.", valueName: "step"),
        completion: ChecklistCompletion.steps)
    var step: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only checks that stand so by what is on record: failing, stale, unknown or late; may be"
                + " repeated.", valueName: "standing"))
    var only: [OpenChecks.Standing] = []

    @Flag(
        help: "Say what would be contacted, read and executed; do nothing and record nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "The name of the vantage point that the checks are made from; where the checklist has sites, one of them.",
            valueName: "site"), completion: ChecklistCompletion.sites)
    var site: String?

    @Option(help: ArgumentHelp("How many checks run at once.", valueName: "count"))
    var jobs = 16

    @Option(
        help: ArgumentHelp(
            """
            Sign each outcome with this SSH key, as a machine does that the checklist names under \
            runners. Default: a key of ssh-agent or git where the checklist says "signing: required"; \
            elsewhere none.
            """, valueName: "file"))
    var key: String?

    @Flag(
        help:
            "Run the commands of the checklists, and send their secrets, although they are not trusted; for pipelines."
    )
    var allowCommands = false

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        guard (1...1024).contains(jobs) else {
            throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
        }
        if key?.isEmpty ?? false { throw ValidationError("--key takes a path.") }
        if let site, Principal(written: site) == nil {
            throw ValidationError("--site takes a name without blanks, such as eu-dmz.")
        }
    }

    func run() async throws {
        let context = recording.context
        let names = try ChecklistNames.expand(checklists)
        let new = context.newLedgers(for: names)
        defer { if !dryRun { RecordingOptions.noteStarted(new, context) } }
        let loaded = try await scope.loader(context).load(names)
        let refusals = try TrustChecklists(context).refusals(
            loaded, allowingAll: allowCommands)
        let plan = try RunPlan(
            loaded, filter: RunFilter(roles: role, phases: phase, steps: step),
            from: site.map { SiteID($0) },
            permissions: refusals.map(\.permission),
            only: only.isEmpty
                ? nil
                : try await OpenChecks(context)(
                    of: loaded, Set(only), from: site.map { SiteID($0) }), context
        )
        for left in plan.leftOut { Terminal.note(LeftOutWording.sentence(left)) }
        if dryRun { return try tell(DryRunText(plan, refusals)) }
        for source in Set(plan.items.filter(\.needsTrust).map(\.source)).sorted() {
            if let refusal = refusals[source] { Terminal.note(refusal.description) }
        }
        for checklist in plan.idle {
            Terminal.note("\(checklist.source): nothing to check, nothing recorded")
        }
        let run = RunChecks(
            plan, by: try principal.principal(), run: Self.name(of: context.clock()),
            signing: key.map { .key(path: $0) } ?? .usual, context)
        let lines = OutcomeLines(plan)
        let outcomes = try await Interruption.run { try await execute(run, plan, lines) }
        switch format {
        case .json:
            let judging = try await JudgedReports(loaded, at: .now, context)
            try Terminal.write(json: judging.stream())
            try judging.requireAll()
        case .text:
            try Terminal.write(Self.text(plan, lines, outcomes))
            for location in Set(loaded.map { context.location(for: $0.source.path) }) {
                await LedgerNotes.write(location, context)
            }
        }
        try leave(outcomes)
    }

    private func tell(_ dry: DryRunText) throws {
        switch format {
        case .text: try Terminal.write(dry.text)
        case .json: try Terminal.write(json: Array((dry.json.prettyText + "\n").utf8))
        }
    }

    private func execute(
        _ run: RunChecks, _ plan: RunPlan, _ lines: OutcomeLines
    ) async throws -> [CheckOutcome.Outcome?] {
        let display = ProgressDisplay(total: plan.items.count)
        do {
            let outcomes = try await run(jobs: jobs) { place, outcome in
                // The display may have no use for the line, which is kept all the same.
                let line = lines.note(outcome, at: place)
                display.advance(line: line)
            }
            display.finish()
            return outcomes
        } catch let error as LedgerError {
            throw UnfinishedRun(
                error: error, recorded: display.finish(), all: plan.items.count)
        } catch {
            display.finish()
            throw error
        }
    }

    private func leave(_ outcomes: [CheckOutcome.Outcome?]) throws {
        let missing = outcomes.filter { $0 == nil }.count
        if missing > 0 {
            Terminal.note(
                "The run was interrupted: "
                    + UnfinishedRun.ending(outcomes.count - missing, of: outcomes.count))
            throw ExitStatus.interrupted
        }
        if outcomes.contains(where: { $0 != .met }) { throw ExitStatus.noGo }
    }

    private static func text(
        _ plan: RunPlan, _ lines: OutcomeLines, _ outcomes: [CheckOutcome.Outcome?]
    ) -> String {
        var lines = summary(plan, outcomes) + lines.all
        let counts = CheckOutcome.Outcome.allCases.map { outcome in
            "\(outcomes.filter { $0 == outcome }.count) \(outcome.rawValue)"
        }
        let from = plan.site.id.map { ", seen from \($0)" } ?? ""
        lines.append(counts.joined(separator: ", ") + from)
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line for each checklist, where there are several.
    private static func summary(
        _ plan: RunPlan, _ outcomes: [CheckOutcome.Outcome?]
    ) -> [String] {
        let all = Dictionary(grouping: zip(plan.items, outcomes)) { $0.0.source }
        let rows = all.sorted { $0.key < $1.key }.compactMap { source, results in
            results.first.map {
                RunSummary.Row($0.0.checklist, from: plan.name(of: $0.0), results.map(\.1))
            }
        }
        guard rows.count > 1 else { return [] }
        return RunSummary(width: Terminal.width, colour: Terminal.hasColour).lines(for: rows) + [""]
    }

    /// A name for a run: its moment, and a number that no other run of that moment has.
    private static func name(of instant: Instant) -> String {
        let number = String(UInt32.random(in: .min ... .max), radix: 16)
        return instant.rfc3339.filter { $0 != "-" && $0 != ":" && $0 != "." } + "-" + number
    }
}
