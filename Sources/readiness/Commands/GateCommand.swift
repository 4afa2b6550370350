import Characters
import ArgumentParser
import ChecklistDecoding
import Reporting
import Rollout

/// `readiness gate`: tells a pipeline the verdict of one phase.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Stop or let through a pipeline: the exit status is the verdict of a phase.",
        discussion: """
            0 GO, 1 NO-GO or no verdict, 2 CONDITIONAL. With --require-decision the owner's go must be on record \
            too: without it, or with a no-go, the exit status is 1.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Option(help: ArgumentHelp("The phase that is about to start.", valueName: "phase"))
    var phase: String

    @Flag(help: "Let through only with the owner's recorded go for the current text.")
    var requireDecision = false

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let loaded = try await ChecklistLoading.load(
            checklist, parameters: parameters, ledger: ledger)
        let judging = Judging(ledger: ledger, asOf: asOf.asOf, command: ["status"])
        let reports = try await judging.reports([loaded])
        guard let report = reports.first, let phase = report.assessment.phase(phase) else {
            throw CommandFailure.unknown("phase", phase, known: loaded.checklist.timeline.map(\.id))
        }
        let lacksDecision = requireDecision && !Self.isDecided(phase, on: loaded.checklist)
        try Terminal.write(
            format == .json
                ? Judging.json([report]) : Self.text(phase, lacksDecision: lacksDecision))
        guard let verdict = phase.verdict, !lacksDecision else { throw ExitStatus.noGo }
        let status = ExitStatus(verdict)
        if status != .success { throw status }
    }

    private static func isDecided(_ phase: PhaseAssessment, on checklist: Checklist) -> Bool {
        guard let decision = phase.decision?.decision else { return false }
        return decision.choice == .go && decision.checklist == checklist.digest
    }

    private static func text(_ phase: PhaseAssessment, lacksDecision: Bool) -> String {
        let verdict = phase.verdict?.rawValue ?? "no verdict"
        var lines = ["\(phase.phase.id): \(verdict)\(lacksDecision ? ", without a decision" : "")"]
        if lacksDecision {
            lines.append(
                "  The owner's go is not on record for this text of the checklist, or the owner's "
                    + "newest decision is a no-go.")
        }
        lines += phase.reasons.map { "  \(VisibleText.line($0))" }
        return lines.joined(separator: "\n") + "\n"
    }
}
