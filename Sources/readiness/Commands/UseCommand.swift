import ArgumentParser
import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness use`: shows and upgrades the step sets of a checklist.
struct UseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Show the step sets of a checklist, and what newer texts of them change.",
        discussion: """
            A checklist names the digest of each set that it uses, so that nobody changes its steps \
            behind its back. --upgrade shows what the texts that are in the files now change against \
            the newest text on record, and which sign-offs count no longer; --write puts their digests \
            into the checklist, and changes nothing else in it: where a digest counts elsewhere as well, it is \
            refused.
              readiness use checklists/mine.yaml --upgrade --write
            """)

    @Argument(
        help: ArgumentHelp("The checklist, a file.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Flag(help: "Show what newer texts of the sets change.")
    var upgrade = false

    @Flag(help: "With --upgrade: put the new digests into the checklist.")
    var write = false

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if write, !upgrade { throw ValidationError("--write goes with --upgrade.") }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let sets = UpgradeSets(
            context, target: scope.target.map { TargetID($0) }, chosen: try scope.chosen())
        guard upgrade else {
            return try Terminal.write(try sets.states(of: checklist).states.map(line).joined())
        }
        let outcome = try await sets(checklist, writing: write)
        var text = outcome.states.map(line).joined()
        if outcome.states.contains(where: { !$0.isCurrent }) {
            text +=
                outcome.comparison.map(DiffText.text)
                ?? "Nothing is on record that could lapse.\n"
            text += outcome.isWritten ? "Written.\n" : "Not written; --write does that.\n"
        }
        try Terminal.write(text)
        if let found = outcome.comparison {
            await LedgerOptions.note(judgedBy: found.location, found.size, context)
        }
    }

    private func line(_ state: SetStates.State) -> String {
        let named = state.named?.short ?? "no digest"
        let standing = state.isCurrent ? "as named" : "\(named) → \(state.found)"
        return VisibleText.line("\(checklist):\(state.line)  \(state.file)  \(standing)") + "\n"
    }
}
