import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

extension Decision.Choice: ExpressibleByArgument {}

/// `readiness decide`: records the owner's go or no-go.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Record the owner's go or no-go for a phase.",
        discussion: """
            The decision stands beside the computed verdict and never replaces it; where they differ \
            every report says so. Only members of the owner's role decide; a later decision replaces \
            an earlier one, and one made for another target or other values is none.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Argument(
        help: ArgumentHelp("The id of the phase.", valueName: "phase"),
        completion: ChecklistCompletion.phases)
    var phase: String

    @Argument(help: ArgumentHelp("go or no-go.", valueName: "choice"))
    var choice: Decision.Choice

    @Flag(help: "Decide whether the phase may be closed, not whether it may start.")
    var close = false

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        try Words.require(reason, "--reason")
    }

    func run() async throws {
        let context = recording.context
        let new = context.newLedgers(for: [checklist])
        defer { RecordingOptions.noteStarted(new, context) }
        let loaded = try await scope.loader(context).loadOne(checklist)
        let act = try await Act(on: loaded, by: principal.principal(), context)
        let decided = try await DecidePhase(
            phase, choice, on: close ? .close : .start, reason: reason)(act)
        try Terminal.write(
            EntryLine.recorded(
                "decided", "\(choice.rawValue) for \(close ? "closing " : "")\(phase)",
                decided.entry, on: loaded.checklist,
                more: "; the evidence says \(PhaseWording.verdict(decided.finding))"))
    }
}
