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

    @Option(
        name: Words.names("reason"),
        help: ArgumentHelp("Why the step may be left undone.", valueName: "text"))
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

    @OptionGroup var acting: ActingOptions

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
        try await acting.act(on: checklist) { act in
            guard revoke == nil, let point = until.flatMap({ CalendarPoint($0) }) else {
                let entry = try await TakeBack(.waiver, revoke ?? 0, of: step, reason: reason)(act)
                return EntryLine.recorded(
                    "taken back", "entry \(revoke ?? 0) about \(step)", entry, on: act.checklist)
            }
            let waived = try await WaiveStep(step, until: point, reason: reason, role: role)(act)
            let end = LocalTime.end(waived.until, in: act.checklist.zone)
            return EntryLine.recorded(
                "waived", "\(step) until \(end)", waived.entry, on: act.checklist)
                + Self.released(waived.releases)
        }
    }

    private static func released(_ steps: [StepID]) -> String {
        guard !steps.isEmpty else { return "  It releases no other step.\n" }
        return "  As long as it lasts, it releases \(Prose.list(steps.map(\.text), "and")).\n"
    }
}
