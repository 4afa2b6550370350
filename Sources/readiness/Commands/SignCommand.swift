import ArgumentParser
import Rollout

/// `readiness sign`: records a sign-off.
struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a step off, reject it, or take an earlier sign-off back.",
        discussion: """
            The sign-off is tied to the wording of the step: when the step is edited it no longer counts. \
            Who signs must be a member of the role. The name is recorded as given; it is not authenticated.
            """)

    @Argument(help: ArgumentHelp("The checklist.", valueName: "checklist"))
    var checklist: String

    @Argument(help: ArgumentHelp("The id of the step.", valueName: "step"))
    var step: String

    @Flag(help: "Reject the step: it is failing until you approve it or take the rejection back.")
    var reject = false

    @Option(
        help: ArgumentHelp(
            "What was done, seen or found; with --revoke, why it is taken back.", valueName: "text")
    )
    var note: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Files that show it; their names, sizes and SHA-256 are recorded, they stay where they are. Takes all words up to the next option.",
            valueName: "file"))
    var evidence: [String] = []

    @Option(
        help: ArgumentHelp(
            "The role to sign for; needed where more than one fits.", valueName: "role"))
    var role: String?

    @Option(
        help: ArgumentHelp("Take the sign-off with this record number back.", valueName: "record"))
    var revoke: Int?

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var parameters: ParameterOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if revoke != nil, reject || !evidence.isEmpty || role != nil {
            throw ValidationError("--revoke goes with --note alone.")
        }
        if note.allSatisfy(\.isWhitespace) { throw ValidationError("--note must say something.") }
    }

    func run() async throws {
        let desk = try await RecordingDesk(checklist, parameters, ledger, principal)
        let step = try desk.step(named: step)
        if let revoke {
            try await desk.revoke(revoke, of: step, reason: note) { event in
                if case .signOff = event { true } else { false }
            }
            return
        }
        guard let rule = step.signOff else {
            throw CommandFailure(
                .invalidInput,
                "The step \(step.id) asks for no sign-off; `readiness run` carries out its checks.")
        }
        let decision: SignOff.Verdict = reject ? .reject : .approve
        let role = try desk.role(role, among: rule.roles)
        if let objection = rule.objection(
            to: desk.principal, for: role, decision: decision, in: desk.checklist,
            otherSigners: desk.signers)
        {
            throw CommandFailure(
                .invalidInput, "The sign-off is refused: \(objection). Nothing was recorded.")
        }
        let files = try evidence.map { try EvidenceReading.read($0) }
        if rule.evidenceRequired, decision == .approve, files.isEmpty {
            throw CommandFailure(
                .invalidInput,
                "The step \(step.id) requires evidence: name files with --evidence. Nothing was recorded."
            )
        }
        let signOff = SignOff(
            step: step.reference(in: desk.checklist), role: role, decision: decision, note: note,
            evidence: files)
        try await desk.record(
            .signOff(signOff),
            "\(reject ? "rejected" : "signed"): \(step.id) by \(desk.principal) for \(role), unauthenticated"
        )
    }
}
