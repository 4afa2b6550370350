import ArgumentParser
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness digest`: writes what concerns one person as a mail.
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Write what changed, lapses or is due for one person as a mail.",
        discussion: """
            The mail (RFC 5322, with a text and an HTML part) goes to stdout, for a program that \
            sends it: readiness digest --person nora@example.com | sendmail -t
            Where there is nothing to tell nothing is written.
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklists: files, folders, or sha256: digests. Default: the folder checklists. \(ChecklistNames.folders)",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklists: [String] = ["checklists"]

    @Option(
        help: ArgumentHelp("Whom it is for.", valueName: "principal"),
        completion: ChecklistCompletion.members)
    var person: String

    @Option(help: ArgumentHelp("The address that it is from.", valueName: "address"))
    var from = "readiness@localhost"

    @Option(
        help: ArgumentHelp(
            "What falls due or lapses within that time: 12h, 7d, 2w.", valueName: "duration"))
    var within = "7d"

    @Option(
        help: ArgumentHelp(
            "Say what changed since a day or an instant. Default: as long ago as --within looks ahead.",
            valueName: "moment"))
    var since: String?

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if Duration(language: within) == nil {
            throw ValidationError(
                "--within takes a number with a unit (12h, 7d, 2w), not \"\(within)\".")
        }
        if !DigestMail.isAddress(from) {
            throw ValidationError(
                "--from takes an address such as readiness@example.com, not \"\(from)\".")
        }
        if let since, SincePoint(since) == nil {
            throw ValidationError("--since takes a day or an instant, not \"\(since)\".")
        }
    }

    func run() async throws {
        guard let within = Duration(language: within) else { return }
        let context = Machine.context(ledger: ledger.path)
        let loaded = try await scope.loader(context).load(ChecklistNames.expand(checklists))
        let members = loaded.flatMap { $0.checklist.roles.flatMap { $0.people.map(\.text) } }
        try StepViewOptions.require([person], .member, members)
        let point = since.flatMap { SincePoint($0) }
        let judging = try await JudgedReports(loaded, at: asOf.point, context) { judged in
            let assessment = judged.assessment
            let past = assessment.asOf.advanced(by: .zero - within)
            return ReportSelection(
                audience: .board,
                since: point?.since(in: assessment.checklist.zone) ?? .instant(past))
        }
        // A mail must not look whole where a ledger could not be read.
        try judging.requireAll(isQuiet: true)
        let mail = DigestMail(to: Principal(person), from: from, within: within)
        if let bytes = mail.bytes(judging.reports) { try Terminal.write(bytes) }
        try judging.requireAll()
    }
}
