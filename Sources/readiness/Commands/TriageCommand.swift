import ArgumentParser
import Characters
import Importing
import Operations
import Reporting
import Rollout

/// `readiness triage`: lists announcements by when somebody has to act, and records what becomes of
/// them.
struct TriageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triage",
        abstract: "List announcements by date to act, and record what becomes of each.",
        discussion: """
            Reads the same posts as import. Each line says by when somebody has to act, how severe it \
            is, whether it is a major change, whether there is a checklist of it and what was decided.

            --import and --ignore record a decision with its reason in the ledger, so that a post that \
            was passed over can be accounted for. A post that changed since is marked as such.

              readiness triage posts/ --undecided
              readiness triage posts/ --ignore MC9000001 --reason "we do not use Fabric"
            """)

    @Argument(
        help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "posts"),
        completion: .file())
    var posts: [String]

    @Option(
        help: ArgumentHelp("The folder of the checklists.", valueName: "folder"),
        completion: .directory)
    var checklists = "checklists"

    @Option(
        help: ArgumentHelp("Only posts about a service whose name holds this.", valueName: "text"))
    var service: String?

    @Option(help: ArgumentHelp("Only posts of this severity.", valueName: "severity"))
    var severity: String?

    @Flag(help: "Only major changes.") var major = false
    @Flag(help: "Only posts about which nothing was decided, or which changed since.")
    var undecided = false

    @Option(help: ArgumentHelp("Only posts to act on up to this day.", valueName: "date"))
    var before: String?

    @Option(
        name: .customLong("import"),
        help: ArgumentHelp(
            "Record that this post becomes a checklist; once for each post.", valueName: "post"))
    var imported: [String] = []

    @Option(
        help: ArgumentHelp(
            "Record that this post is passed over; once for each post.", valueName: "post"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("Why, for --import and --ignore.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("text, csv, json or markdown.", valueName: "name"))
    var format: TriageFormat = .text

    @OptionGroup var keys: KeyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if imported.isEmpty != ignore.isEmpty || !imported.isEmpty {
            guard imported.isEmpty || ignore.isEmpty else {
                throw ValidationError("--import and --ignore are for one decision each.")
            }
            guard let reason else {
                throw ValidationError("--import and --ignore go with --reason.")
            }
            try Words.require(reason, "--reason")
        } else if reason != nil || keys.method != .usual {
            throw ValidationError("--reason, --key and --unsigned go with --import or --ignore.")
        }
        if !(imported + ignore).isEmpty, isFiltered || format != .text {
            throw ValidationError("--import and --ignore go without filters and --format.")
        }
        if let before, CivilDate(before) == nil {
            throw ValidationError("--before takes a day, such as 2025-10-10.")
        }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        var source = try PostSource(posts, input: ImportPostsCommand.input(for: posts))
        let read = await source.read().compactMap { $0 as? ReadAnnouncement }
        for page in source.pages {
            Terminal.complain("The page “\(page.title)” is no post, and is not listed: import it.")
        }
        defer { for mistake in source.mistakes { Terminal.complain(mistake.description) } }
        let triage = TriagePosts(
            context, checklists: checklists, signing: keys.method)
        if let reason, !(imported + ignore).isEmpty {
            let choice: Triage.Choice = ignore.isEmpty ? .import : .ignore
            let entries = try await triage.decide(
                choice, imported + ignore, of: read, reason: reason, by: principal.principal(),
                tell: { Terminal.note(VisibleText.line($0)) })
            try Terminal.write(entries.map(TriageText.recorded).joined())
            await LedgerNotes.write(context.location(for: nil), context)
        } else {
            noteUnknown(read)
            let rows = try await triage.list(read).filter(isWanted)
            switch format {
            case .json: try Terminal.write(json: Array(TriageText.json(rows).utf8))
            case .csv: try Terminal.write(Array(TriageText.csv(rows).utf8))
            case .text: try Terminal.write(TriageText.text(rows))
            case .markdown: try Terminal.write(TriageText.markdown(rows))
            }
        }
        if !source.mistakes.isEmpty || !source.pages.isEmpty { throw ExitStatus.invalidInput }
    }

    private var isFiltered: Bool {
        service != nil || severity != nil || major || undecided || before != nil
    }

    /// Says of a severity that no post has which ones there are: it may be a typing error, and a list
    /// without posts would look as if nothing had to be done.
    private func noteUnknown(_ read: [ReadAnnouncement]) {
        let known = Set(read.map { $0.post.severity.lowercased() }).subtracting([""])
        guard let severity, !known.contains(severity.lowercased()) else { return }
        Terminal.note(
            VisibleText.line(
                "No post has the severity \"\(severity)\"; there are "
                    + "\(known.isEmpty ? "none" : Prose.list(known.sorted(), "and"))."))
    }

    private func isWanted(_ row: TriagePosts.Row) -> Bool {
        let post = row.read.post
        if let service,
            !post.services.contains(where: { $0.lowercased().contains(service.lowercased()) })
        {
            return false
        }
        if let severity, post.severity.lowercased() != severity.lowercased() { return false }
        if major, post.isMajorChange == false { return false }
        if undecided, row.decision?.isSettled ?? false { return false }
        guard let before, let limit = CivilDate(before) else { return true }
        // Where nobody can tell the day, it may be before that.
        return row.read.dateToAct.map { $0 <= limit } ?? true
    }
}

/// How a list of announcements is shown.
enum TriageFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, markdown
}
