import ArgumentParser
import CanonicalJSON
import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness diff`: shows what an edit of a checklist changes.
struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what an edit of a checklist changes, and what on record lapses by it.",
        discussion: """
            With one checklist, the newest other text that the ledger keeps of it is the one before. Nothing is \
            recorded, but with --editorial: then the owner says that the rewording of a step changed no \
            meaning, and what was recorded for the words before counts for those of today. Every report \
            says so. Where more than title and text of the step changed it is refused. --revoke takes it \
            back.
            """)

    @Argument(
        help: ArgumentHelp(
            "The text before, if it is not the one on record, and the checklist: files or sha256: digests.",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklists: [String]

    @Option(
        help: ArgumentHelp(
            "Record that the rewording of this step changed no meaning.", valueName: "step"),
        completion: ChecklistCompletion.steps)
    var editorial: String?

    @Option(
        help: ArgumentHelp("With --editorial: what was reworded, and why.", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "With --editorial: take the editorial change of this entry back, by its number.",
            valueName: "entry"))
    var revoke: Int?

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var keys: KeyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        guard (1...2).contains(checklists.count) else {
            throw ValidationError("Name one checklist or two texts of it.")
        }
        if (editorial == nil) != (reason == nil) {
            throw ValidationError("--editorial STEP goes with --reason.")
        }
        if revoke != nil, editorial == nil || checklists.count > 1 {
            throw ValidationError(
                "--revoke goes with one checklist, --editorial STEP and --reason.")
        }
        if let reason { try Words.require(reason, "--reason") }
        if editorial != nil, format == .json {
            throw ValidationError("--editorial prints one line and takes no --format.")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        guard let after = checklists.last else { return }
        let before = checklists.count > 1 ? checklists[0] : nil
        if let editorial, let reason {
            return try await record(editorial, reason, before, after, context)
        }
        let compare = CompareChecklists(context, reading: try scope.loader(context))
        let outcome = try await compare(before, after)
        switch format {
        case .text: try Terminal.write(DiffText.text(outcome))
        case .json: try Terminal.write(json: Array((DiffText.json(outcome).prettyText + "\n").utf8))
        }
        await LedgerOptions.note(judgedBy: outcome.location, outcome.size, context)
    }

    private func record(
        _ step: String, _ reason: String, _ before: String?, _ after: String,
        _ context: OperationContext
    ) async throws {
        let loader = try scope.loader(context)
        let loaded = try await loader.loadOne(after)
        let act = try await Act(
            on: loaded, by: principal.principal(), signing: keys.method,
            tell: { Terminal.note(VisibleText.line($0)) }, context)
        if let revoke {
            let entry = try await TakeBack(.editorial, revoke, of: step, reason: reason)(act)
            try Terminal.write(
                EntryLine.recorded(
                    "taken back", "entry \(revoke) about \(step)", entry, on: loaded.checklist))
            return await LedgerOptions.note(act, context)
        }
        let former = try await CompareChecklists(context, reading: loader).before(before, loaded)
        let made = try await RecordEditorial(step, before: former, reason: reason)(act)
        try Terminal.write(
            EntryLine.recorded("editorial change", step, made.entry, on: loaded.checklist)
                + "  It carries over \(Prose.entries(made.carries)).\n")
        await LedgerOptions.note(act, context)
    }
}
