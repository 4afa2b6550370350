import ArgumentParser
import Characters
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness correct`: records when an entry was truly made that a wrong clock had dated.
struct CorrectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Say when an entry was made that a clock far ahead had dated.",
        discussion: """
            As long as the newest entry is more than five minutes ahead of the clock, nothing is \
            recorded or judged. The owner of the rollout that the entry is about says the true time; \
            the entry stays as it is, and counts with that time. It cannot be earlier than that of \
            the entries before it; a later correction of the same entry replaces an earlier one.
            """)

    @Argument(
        help: ArgumentHelp("The checklist.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var checklist: String

    @Argument(help: ArgumentHelp("The number of the entry.", valueName: "entry"))
    var entry: Int

    @Option(
        help: ArgumentHelp(
            "When it was made in truth, as an instant (2025-10-09T12:00:00Z).",
            valueName: "instant"))
    var time: String

    @Option(
        name: Words.names("reason"), help: ArgumentHelp("How that is known.", valueName: "text"))
    var reason: String

    @OptionGroup var keys: KeyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if Instant(rfc3339: time) == nil {
            throw ValidationError(
                "--time takes an instant such as 2025-10-09T12:00:00Z, not \"\(time)\".")
        }
        try Words.require(reason, "--reason")
    }

    func run() async throws {
        guard let instant = Instant(rfc3339: time) else { return }
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).loadOne(checklist)
        let made = try await CorrectTime(entry, time: instant, reason: reason)(
            on: loaded, by: principal.principal(),
            signing: keys.method, context, tell: { Terminal.note(VisibleText.line($0)) })
        try Terminal.write(
            EntryLine.recorded(
                "corrected", "entry \(entry) was made at \(instant.rfc3339)", made.entry,
                on: loaded.checklist)
                + Self.replaced(made.former, loaded.checklist.zone))
        await LedgerNotes.write(context.location(for: loaded.source.path), context)
    }

    private static func replaced(_ former: CorrectionAssessment?, _ zone: Zone) -> String {
        guard let former else { return "" }
        return "  It replaces the correction of entry \(former.entry.sequence), which said "
            + "\(LocalTime.text(former.correction.time, in: zone)).\n"
    }
}
