import ArgumentParser
import Rollout

/// `readiness waive`: records that a step may be left undone for a while.
struct WaiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Allow a step to be left undone until a day, or take a waiver back.",
        discussion: """
            A waived step is never counted as ready: the best verdict is then CONDITIONAL. The checklist \
            says who may waive and for how long.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Argument(help: ArgumentHelp("The id of the step.", valueName: "step"))
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
            "The role to waive for; needed where more than one fits.", valueName: "role"))
    var role: String?

    @Option(
        help: ArgumentHelp("Take the waiver with this record number back.", valueName: "record"))
    var revoke: Int?

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if (until == nil) == (revoke == nil) {
            throw ValidationError(
                "Say --until DATE for a waiver, or --revoke RECORD to take one back.")
        }
        if revoke != nil, role != nil {
            throw ValidationError("--revoke goes with --reason alone.")
        }
        if let until, CalendarPoint(until) == nil {
            throw ValidationError(
                "--until takes a day that exists (2025-10-31) or a local time (2025-10-31T18:00), not \"\(until)\"."
            )
        }
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason must say something.")
        }
    }

    func run() async throws {
        let desk = try await RecordingDesk(checklist, parameters, ledger, principal)
        let step = try desk.step(named: step)
        if let revoke {
            try await desk.revoke(revoke, of: step, reason: reason) { event in
                if case .waiver = event { true } else { false }
            }
            return
        }
        guard let rule = desk.checklist.waivers, let point = until.flatMap({ CalendarPoint($0) })
        else {
            throw CommandFailure(
                .invalidInput,
                "The checklist allows no waivers; it would say so under \"waivers:\".")
        }
        let role = try desk.role(role, among: rule.roles)
        let end = point.lapses(in: desk.checklist.zone)
        if let objection = rule.objection(
            to: desk.principal, for: role, from: desk.now, until: end, in: desk.checklist)
        {
            throw CommandFailure(
                .invalidInput, "The waiver is refused: \(objection). Nothing was recorded.")
        }
        let waiver = Waiver(
            step: step.reference(in: desk.checklist), role: role, until: end, reason: reason)
        try await desk.record(
            .waiver(waiver),
            "waived: \(step.id) until \(desk.checklist.zone.text(end)) by \(desk.principal), unauthenticated"
        )
    }
}
