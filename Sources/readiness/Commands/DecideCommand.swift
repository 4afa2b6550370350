import ArgumentParser
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
            an earlier one, and one made with other values of --set is none.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Argument(help: ArgumentHelp("The id of the phase.", valueName: "phase"))
    var phase: String

    @Argument(help: ArgumentHelp("go or no-go.", valueName: "choice"))
    var choice: Decision.Choice

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason must say something.")
        }
    }

    func run() async throws {
        let desk = try await RecordingDesk(checklist, parameters, ledger, principal)
        let checklist = desk.checklist
        guard checklist.phase(phase) != nil else {
            throw CommandFailure.unknown("phase", phase, known: checklist.timeline.map(\.id))
        }
        let role = checklist.owner
        if let objection = DecisionRule.objection(to: desk.principal, for: role, in: checklist) {
            throw CommandFailure(
                .invalidInput, "The decision is refused: \(objection). Nothing was recorded.")
        }
        guard let computed = desk.assessment.phase(phase)?.verdict else {
            throw CommandFailure(
                .invalidInput,
                "The phase \(phase) has no verdict to decide on: it is cancelled or does not apply. Nothing was recorded."
            )
        }
        let decision = Decision(
            phase: phase, role: role, choice: choice, reason: reason, computed: computed,
            checklist: checklist.digest, parameters: checklist.settings)
        try await desk.record(
            .decision(decision),
            "decided: \(choice.rawValue) for \(phase) by \(desk.principal), unauthenticated; "
                + "the evidence says \(computed.rawValue)")
    }
}
