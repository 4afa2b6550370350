import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness walk`: asks for each open step of somebody.
struct WalkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "walk",
        abstract: "Go through your open steps one by one, and sign or reject them.",
        discussion: """
            Asks for each open step of the roles that you are a member of, or of those of the member whom you \
            stand in for with --for, the first due first: show, sign, \
            reject, skip (or next), quit; the first letters will do. What is refused says why, and the \
            same step is asked for again. Each sign-off is recorded at once; Ctrl-C and the end of the \
            input leave what was recorded. Answers may be piped in, one on each line.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @OptionGroup var keys: KeyOptions
    @OptionGroup var deputy: DeputyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var recording: RecordingOptions

    func run() async throws {
        let context = recording.context
        let new = context.newLedgers(for: [checklist])
        defer { RecordingOptions.noteStarted(new, context) }
        let loaded = try await scope.loader(context).loadOne(checklist)
        let principal = try principal.principal()
        let act = try await Act(on: loaded, by: principal, for: deputy.onBehalfOf, context)
        await LedgerOptions.note(act, context)
        let steps = try OwnSteps.open(act)
        guard !steps.isEmpty else {
            return try Terminal.write(
                "Nothing is open that waits for \(DeputyWording.name(act.actor)).\n")
        }
        var walk = Walk(
            loaded, by: act.actor, signing: keys.method, context)
        for (index, step) in steps.enumerated() {
            guard try await walk.visit(step.step.id, "[\(index + 1)/\(steps.count)]") else { break }
        }
        try Terminal.write(walk.summary(of: steps.count))
    }
}
