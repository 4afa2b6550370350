import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness waive`: records that a step may be left undone for a while.
struct WaiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Allow a step to be left undone until a day, or take a waiver back.",
        discussion: """
            A waived step is never counted as ready: the best verdict is then CONDITIONAL. A later no \
            is not covered. The checklist says who may waive and for how long.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Argument(
        help: ArgumentHelp("The id of the step.", valueName: "step"),
        completion: ChecklistCompletion.steps)
    var step: String

    @Option(
        help: ArgumentHelp(
            "The last day that it covers (2025-10-31), or the local time at which it ends.",
            valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Why the step may be left undone.", valueName: "text"))
    var reason: String

    @Option(
        help: ArgumentHelp(
            "The role to waive for; needed where more than one fits.", valueName: "role"),
        completion: ChecklistCompletion.roles)
    var role: String?

    @Option(
        help: ArgumentHelp("Take the waiver of this entry back, by its number.", valueName: "entry")
    )
    var revoke: Int?

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var recording: RecordingOptions

    func validate() throws {
        if (until == nil) == (revoke == nil) {
            throw ValidationError(
                "Say --until DATE for a waiver, or --revoke ENTRY to take one back.")
        }
        if revoke != nil, role != nil {
            throw ValidationError("--revoke goes with --reason alone.")
        }
        if let until, CalendarPoint(until) == nil {
            throw ValidationError(
                "--until takes a day that exists (2025-10-31) or a local time (2025-10-31T18:00), not \"\(until)\"."
            )
        }
        try Words.require(reason, "--reason")
    }

    func run() async throws {
        let context = recording.context
        let new = context.newLedgers(for: [checklist])
        defer { RecordingOptions.noteStarted(new, context) }
        let loaded = try await scope.loader(context).loadOne(checklist)
        let act = try await Act(on: loaded, by: principal.principal(), context)
        if let revoke {
            let entry = try await TakeBack(.waiver, revoke, of: step, reason: reason)(act)
            return try Terminal.write(
                EntryLine.recorded(
                    "taken back", "entry \(revoke) about \(step)", entry, on: loaded.checklist))
        }
        guard let point = until.flatMap({ CalendarPoint($0) }) else { return }
        let waived = try await WaiveStep(step, until: point, reason: reason, role: role)(act)
        let end = LocalTime.end(waived.until, in: loaded.checklist.zone)
        try Terminal.write(
            EntryLine.recorded("waived", "\(step) until \(end)", waived.entry, on: loaded.checklist)
                + Self.released(waived.releases))
    }

    private static func released(_ steps: [StepID]) -> String {
        guard !steps.isEmpty else { return "  It releases no other step.\n" }
        return "  As long as it lasts, it releases \(Prose.list(steps.map(\.text), "and")).\n"
    }
}
