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
            too: without it, or with a no-go, the exit status is 1. Without --target every target that the phase is for must pass. \
            A step that failed before its wording was changed is named, whatever the verdict. The past, and a \
            ledger in a text file, are refused unless you allow them.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Option(
        help: ArgumentHelp(
            "The phase that is about to start, or to be closed.", valueName: "phase"),
        completion: ChecklistCompletion.phases)
    var phase: String

    @Flag(help: "Ask whether the phase may be closed, over all steps that are due against it.")
    var close = false

    @Flag(
        help: "Let through only with the owner's recorded go for the question and the current text."
    )
    var requireDecision = false

    @Flag(
        help:
            "Judge as of a past moment, by fewer entries than there are, or by a text that is named by its digest."
    )
    var allowPast = false

    @Flag(help: "Judge by a copy of the ledger in a text file, which nothing vouches for.")
    var allowUnverified = false

    @OptionGroup var asOf: AsOfOptions

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).load([checklist])
        try GatePhase.requirePresent(asOf.point, allowingPast: allowPast, loaded, context)
        if !allowUnverified { try GatePhase.requireVerified(loaded, context) }
        let judging = try await JudgedReports(loaded, at: asOf.point, context)
        let gate = GatePhase(phase, closes: close, requiresDecision: requireDecision)
        let answers = try gate(judging.reports.map(\.assessment))
        switch format {
        case .json:
            try Terminal.write(json: judging.stream(adding: answers.map(GateJSON.members)))
        case .text: try Terminal.write(zip(answers, judging.reports).map(text).joined())
        }
        // A target that the phase is not for has nothing to say, unless it is so for all of them.
        let applying = answers.filter(\.applies)
        let asked = applying.isEmpty ? answers : applying
        let noes = asked.filter { $0.verdict == .noGo }
        try judging.leave(
            with: asked.map(\.verdict).max() ?? .noGo,
            lacksFiles: !noes.isEmpty && noes.allSatisfy { $0.isForLackOfFiles })
    }

    /// What the gate says for one rollout.
    private func text(_ answer: GateAnswer, _ report: ReportInput) -> String {
        let words = WordingContext(answer.assessment)
        let target = answer.assessment.checklist.target.map { " (\($0.id))" } ?? ""
        let verdict = PhaseWording.word(answer.finding.verdict)
        let decision = answer.lack == nil ? "" : ", without a go of the owner that stands"
        var lines = [
            "\(answer.phase.phase.id)\(target): \(verdict)\(decision)"
                + asOf.words(for: report)
        ]
        if let lack = answer.lack {
            lines.append("  " + VisibleText.line(Self.sentence(lack, words)))
        }
        lines += answer.finding.reasons.map {
            "  \(VisibleText.line(PhaseWording.sentence($0, words)))"
        }
        lines += report.caveatSentences.map { "  \(VisibleText.line($0))" }
        lines += answer.earlierNoes.map { "  \(VisibleText.line(Self.sentence($0)))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func sentence(_ no: EarlierNo) -> String {
        let what = no.isRejection ? "was rejected" : "failed a check"
        let since =
            no.isRemoved ? "the step was removed since" : "the step was reworded since"
        return "\(no.step) \(what) (entry \(no.entry)), and \(since)."
    }

    private static func sentence(_ lack: GateAnswer.Lack, _ words: WordingContext) -> String {
        switch lack {
        case .noDecision: return "No decision is on record."
        case .noGo(let decision):
            return "The owner decided no-go (entry \(decision.entry.sequence))."
        case .doesNotStand(let decision):
            return "The decision of entry \(decision.entry.sequence) does not stand. "
                + DecisionWording.sentence(decision.reason, words)
        }
    }
}
