import ArgumentParser
import Operations
import Rollout

/// `readiness approve`: approves the text of a checklist.
struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve the text of a checklist: its steps, rules, members and dates.",
        discussion: """
            The checklist says who with "approval: {by: [ROLE], required: true}". Whoever edits the text \
            edits its members too, so a new text is approved by the members of the text that was \
            approved before; the first one by its own. An approval is for every target and all values. \
            Until each role has approved a text, every phase is NO-GO.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Option(
        help: ArgumentHelp(
            "The role to approve for; needed where more than one fits.", valueName: "role"))
    var role: String?

    @Option(
        name: Words.names("note"), help: ArgumentHelp("What was looked at.", valueName: "text"))
    var note: String

    @OptionGroup var acting: ActingOptions

    func validate() throws { try Words.require(note, "--note") }

    func run() async throws {
        try await acting.act(on: checklist, ofEveryTarget: true) { act in
            try await showChanges(act)
            let entry = try await ApprovePlan(for: role, note: note)(act)
            return EntryLine.recorded(
                "approved", "the text \(act.checklist.digest)", entry, on: act.checklist)
        }
    }

    /// What changed since the text that was approved last, before anybody approves the new one.
    private func showChanges(_ act: Act) async throws {
        guard let approved = act.approvedText else {
            return Terminal.note("No text of the checklist was approved before.")
        }
        guard approved != act.checklist.digest else {
            return Terminal.note("This text is the one that is approved.")
        }
        let context = acting.recording.context
        let compare = CompareChecklists(context, reading: try acting.scope.loader(context))
        Terminal.note(DiffText.text(try await compare(approved.description, checklist)))
    }
}
