import ArgumentParser
import Operations
import Rollout

/// `readiness poll`: answers the roll call before a decision.
struct PollCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poll",
        abstract: "Answer the roll call before a decision: go or no-go.",
        discussion: """
            Where the checklist says "decisions: {poll: [roles]}", the owner's go waits for an answer of \
            each of these roles, and with "unanimous: true" each must say go. An answer counts for the \
            text of the checklist that it was given on; a newer one of the same person replaces it.
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

    @Flag(help: "Answer whether the phase may be closed, not whether it may start.")
    var close = false

    @Option(
        help: ArgumentHelp(
            "The role to answer for; needed where more than one fits.", valueName: "role"))
    var role: String?

    @Option(name: Words.names("comment"), help: ArgumentHelp("Why.", valueName: "text"))
    var comment: String

    @OptionGroup var acting: ActingOptions

    func validate() throws { try Words.require(comment, "--comment") }

    func run() async throws {
        try await acting.act(on: checklist) { act in
            let entry = try await PollPhase(
                phase, choice, on: close ? .close : .start, for: role, comment: comment)(act)
            return EntryLine.recorded(
                "answered", "\(choice.rawValue) for \(close ? "closing " : "")\(phase)", entry,
                on: act.checklist)
        }
    }
}
