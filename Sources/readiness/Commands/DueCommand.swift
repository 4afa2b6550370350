import ArgumentParser
import CanonicalJSON
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness due`: lists who must do what, over many rollouts.
struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due",
        abstract: "List who must do what by when, over all rollouts.",
        discussion: """
            Open steps of all checklists and targets, retrospectives that emergency decisions owe, and roll \
            calls on the next start that roles have not answered; what is due first comes first. Exits with 0 \
            whatever is open: it answers what there is to do, not whether to go ahead.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests. Default: the folder checklists. \(ChecklistNames.folders)",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklists: [String] = ["checklists"]

    @Option(
        help: ArgumentHelp("Only what this role must do; may be repeated.", valueName: "role"),
        completion: ChecklistCompletion.roles)
    var role: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only what this person can do; may be repeated.", valueName: "principal"),
        completion: ChecklistCompletion.members)
    var person: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only what falls due within that time, or did before: 12h, 7d, 2w.",
            valueName: "duration"))
    var within: String?

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if let within, Duration(language: within) == nil {
            throw ValidationError(
                "--within takes a number with a unit (12h, 7d, 2w), not \"\(within)\".")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).load(ChecklistNames.expand(checklists))
        let roles = loaded.flatMap(\.checklist.roles)
        try StepViewOptions.require(role, .role, roles.map(\.id.text))
        try StepViewOptions.require(person, .member, roles.flatMap { $0.people.map(\.text) })
        let judging = try await JudgedReports(loaded, at: asOf.point, context)
        // A list that lacks rollouts must not look whole.
        try judging.requireAll(isQuiet: true)
        let facts = PortfolioFacts(judging.reports)
        let wanted = role.map { RoleID($0) }
        let people = person.map { Principal($0) }
        let within = within.flatMap { Duration(language: $0) }
        let table = DueTable(
            facts, facts.tasks(roles: wanted, people: people, within: within),
            facts.debts(roles: wanted, people: people, within: within),
            facts.rollCalls(roles: wanted, people: people, within: within))
        switch format {
        case .json: try Terminal.write(json: Array((table.json.prettyText + "\n").utf8))
        case .text:
            let lines = table.lines(width: Terminal.width, colour: Terminal.hasColour)
            try Terminal.write(lines.map { $0 + "\n" }.joined())
        }
        try judging.requireAll()
    }
}
