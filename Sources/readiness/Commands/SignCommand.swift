import ArgumentParser
import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness sign`: records a sign-off.
struct SignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Sign a step off, reject it, or take an earlier sign-off back.",
        discussion: """
            The sign-off is tied to the wording of the step: when the step is edited it no longer counts. \
            Who signs must be a member of the role, or a deputy of one. STEP/* signs every step that a \
            for-each made, with one record each, or none of them. Where no key signs, the name is recorded \
            as given, and not authenticated.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Argument(
        help: ArgumentHelp(
            "The id of the step, or 'STEP/*' for all of its for-each.", valueName: "step"),
        completion: ChecklistCompletion.steps)
    var step: String

    @Flag(help: "Reject the step: it is failing until you approve it or take the rejection back.")
    var reject = false

    @Option(
        name: Words.names("note"),
        help: ArgumentHelp(
            "What was done, seen or found; with --revoke, why it is taken back.", valueName: "text")
    )
    var note: String

    @Option(
        help: ArgumentHelp(
            "A file that shows it; a copy is kept beside the ledger by its SHA-256. May be repeated.",
            valueName: "file"), completion: .file())
    var evidence: [String] = []

    @Option(
        help: ArgumentHelp(
            "The role to sign for; needed where more than one fits.", valueName: "role"),
        completion: ChecklistCompletion.roles)
    var role: String?

    @Option(
        help: ArgumentHelp(
            "Take the sign-off of this entry back, by its number.", valueName: "entry"))
    var revoke: Int?

    @OptionGroup var acting: ActingOptions

    func validate() throws {
        if revoke != nil, reject || !evidence.isEmpty || role != nil {
            throw ValidationError("--revoke goes with --note alone.")
        }
        try Words.require(note, "--note")
    }

    func run() async throws {
        try await acting.act(on: checklist) { act in
            if let revoke {
                let entry = try await TakeBack(.signOff, revoke, of: step, reason: note)(act)
                return EntryLine.recorded(
                    "taken back", "entry \(revoke) about \(step)", entry, on: act.checklist)
            }
            let sign = SignStep(
                step, reject ? .reject : .approve, note: note, evidence: evidence, role: role)
            let done = reject ? "rejected" : "signed"
            guard let family = SignFamily.named(step) else {
                return Self.line(try await sign(act), done, act, on: act.checklist)
            }
            let signed = try await SignFamily(family, as: sign)(act)
            let left = signed.left.map(\.text)
            let rest =
                left.isEmpty
                ? "" : "; \(Prose.list(left, "and")) \(left.count == 1 ? "does" : "do") not apply"
            return signed.entries.map { Self.line($0, done, act, on: act.checklist) }.joined()
                + "\(done): \(Prose.count(signed.entries.count, "step"))\(rest)\n"
        }
    }

    /// What was recorded for one step, and the earlier sign-offs that it ends.
    private static func line(
        _ entry: Entry, _ done: String, _ act: Act, on checklist: Checklist
    ) -> String {
        EntryLine.recorded(done, entry.statement.step?.id.text ?? "", entry, on: checklist)
            + act.signOffs(endedBy: entry).map { ended($0, act.context) }.joined()
    }

    /// An earlier sign-off that the new one takes away.
    private static func ended(_ signOff: SignOffAssessment, _ context: WordingContext) -> String {
        VisibleText.line(
            "  With it the \(SignOffWording.noun(signOff.signOff.choice)) of \(signOff.step) by "
                + "\(signOff.principal) (entry \(signOff.entry.sequence)) no longer counts. "
                + SignOffWording.sentence(signOff.reason, context)) + "\n"
    }
}
