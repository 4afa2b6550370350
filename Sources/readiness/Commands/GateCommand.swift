import ArgumentParser
import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness gate`: tells a pipeline the verdict of one phase.
struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Stop or let through a pipeline: the exit status is the verdict of a phase.",
        discussion: """
            0 GO, 1 NO-GO or no verdict, 2 CONDITIONAL. With --require-decision the owner's go must be on record \
            too: without it, or with a no-go, the exit status is 1. Without --target every target must pass.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Option(
        help: ArgumentHelp("The phase that is about to start, or to be closed.", valueName: "phase")
    )
    var phase: String

    @Flag(help: "Ask whether the phase may be closed, over all steps that are due against it.")
    var close = false

    @Flag(help: "Let through only with the owner's recorded go for the current text.")
    var requireDecision = false

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).load([checklist])
        let judging = try await Judging(loaded, at: asOf.point, context)
        let id = PhaseID(phase)
        guard judging.reports.allSatisfy({ $0.assessment.phase(id) != nil }) else {
            throw OperationFailure.unknown(
                .phase, phase, known: loaded.flatMap { $0.checklist.timeline.map(\.id.text) })
        }
        let answers = judging.reports.compactMap { report in
            report.assessment.phase(id).map { answer($0, in: report) }
        }
        try Terminal.write(
            format == .json ? judging.stream() : Array(answers.map(\.text).joined().utf8))
        try judging.requireAll()
        let status = answers.map(\.status).max { $0.gravity < $1.gravity } ?? .noGo
        if status != .success { throw status }
    }

    /// What the gate says for one rollout.
    private func answer(
        _ phase: PhaseAssessment, in report: ReportInput
    ) -> (text: String, status: ExitStatus) {
        let finding = close ? phase.closing : phase.current
        let lacksDecision = requireDecision && phase.decision?.decision.choice != .go
        let words = WordingContext(report.assessment)
        let target = report.assessment.checklist.target.map { " (\($0.id))" } ?? ""
        let verdict = finding.verdict?.rawValue ?? "no verdict"
        let decision = lacksDecision ? ", without a go of the owner that stands" : ""
        var lines = ["\(phase.phase.id)\(target): \(verdict)\(decision)"]
        if lacksDecision { lines.append("  \(Self.decision(on: phase, in: report, words))") }
        lines += finding.reasons.map {
            "  \(VisibleText.line(PhaseWording.sentence($0, words)))"
        }
        let text = lines.joined(separator: "\n") + "\n"
        guard !lacksDecision, let verdict = finding.verdict else { return (text, .noGo) }
        return (text, ExitStatus(verdict))
    }

    /// Why no go of the owner stands.
    private static func decision(
        on phase: PhaseAssessment, in report: ReportInput, _ words: WordingContext
    ) -> String {
        if phase.decision != nil { return "The owner decided no-go." }
        let last = report.assessment.decisions.last { $0.decision.phase == phase.phase.id }
        guard let last else { return "No decision is on record." }
        return VisibleText.line(
            "The decision of entry \(last.entry.sequence) does not stand. "
                + DecisionWording.sentence(last.reason, words))
    }
}
