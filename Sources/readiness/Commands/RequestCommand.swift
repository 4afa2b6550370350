import ArgumentParser
import Operations
import Rollout

/// `readiness request`: asks for a change that somebody else must approve.
struct RequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Ask for the change of a step, which somebody else must approve.",
        discussion: """
            A step with "requested-by: ROLE" waits for a member of that role to ask for it. Whoever asks \
            may not approve it, under whatever name or key.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Argument(help: ArgumentHelp("The id of the step.", valueName: "step"))
    var step: String

    @Option(
        name: Words.names("note"),
        help: ArgumentHelp("What is to be done, and why.", valueName: "text"))
    var note: String

    @OptionGroup var acting: ActingOptions

    func validate() throws { try Words.require(note, "--note") }

    func run() async throws {
        try await acting.act(on: checklist) { act in
            let entry = try await RequestChange(step, note: note)(act)
            return EntryLine.recorded("requested", step, entry, on: act.checklist)
        }
    }
}
