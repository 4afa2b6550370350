import ArgumentParser
import CanonicalJSON
import Importing
import Operations
import Reporting
import Rollout

/// `readiness import table`: makes a checklist of a plan in a spreadsheet.
struct ImportTableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract:
            "Make a checklist of a plan in a spreadsheet: .xlsx, .csv or a table in Markdown.",
        discussion: """
            Columns are told by their headings, in the usual words of several languages; --map says what \
            others are. Without --output nothing is written: what each column was taken for is shown.

            Keys: \(ColumnKey.allCases.map(\.rawValue).joined(separator: ", ")). Dates become distances \
            from the cutover, which is that of an earlier import or the last of them, unless --start says \
            another day. What the table says of the state of a step is a remark for who has to sign, and \
            never evidence. Ids are made from titles, and stay at a later import. Owners are people of the \
            row's role; where it has none, each owner is a role.

            --into compares a sheet that `export --sheet` wrote, and somebody edited, with its checklist: \
            titles, roles, dates, levels and needs; --write carries them over. What the sheet calls done \
            and the ledger does not prove is proposed: somebody must sign.

            Exit status: 11 where the checklist differs from the table, 10 where it says the same; without \
            --into 0 for a new checklist, or where nothing is written; 65 for a table that cannot be read, \
            a change that would make the checklist wrong, or a name that another checklist has.

              readiness import table plan.xlsx --map "Cutover list=title" --output checklists
            """)

    @Argument(help: ArgumentHelp("The table.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("What a column tells, by its heading.", valueName: "heading=key"))
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            "The sheet of a workbook. Default: the first plan in one that is not hidden.",
            valueName: "name"
        ))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            "How a .csv or .md is written: unicode (UTF-8, or UTF-16 with its mark), or windows-1252.",
            valueName: "name"))
    var encoding: TableEncoding = .unicode

    @Option(help: ArgumentHelp("The day of the cutover.", valueName: "date"))
    var start: String?

    @Option(
        help: ArgumentHelp("The folder of the checklists.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The checklist that the sheet was written from.", valueName: "checklist"),
        completion: ChecklistCompletion.checklists)
    var into: String?

    @Flag(help: "Update the checklist where the table changed; what people edited stays.")
    var write = false

    @Flag(help: "With --write: what people edited is right where the table changed it as well.")
    var settle = false

    @Option(help: ArgumentHelp("text or json.", valueName: "name"))
    var format: OutputFormat = .text

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if output?.isEmpty ?? false { throw ValidationError("--output takes a folder.") }
        if output == nil, into == nil, write {
            throw ValidationError("--write goes with --output or --into.")
        }
        if settle, !write || output == nil {
            throw ValidationError("--settle goes with --output and --write.")
        }
        if into == nil, ledger.path != nil { throw ValidationError("--ledger goes with --into.") }
        if into != nil, output != nil || start != nil {
            throw ValidationError("--into goes without --output and --start.")
        }
        if let start, CivilDate(start) == nil {
            throw ValidationError("--start takes a day, such as 2025-10-10.")
        }
        _ = try mapping()
    }

    func run() async throws {
        let source = try TableSource(file, sheet: sheet, encoding: encoding, mapping: mapping())
        for line in PlanText.columns(source).split(separator: "\n") { Terminal.note(String(line)) }
        if let into {
            let context = Machine.context(ledger: ledger.path)
            let outcome = try await EditPlan(context, source, writing: write)(into)
            switch format {
            case .text: try Terminal.write(PlanText.text(outcome, path: into))
            case .json:
                let value = EditedPlanJSON.json(outcome, path: into)
                try Terminal.write(json: Array((value.prettyText + "\n").utf8))
            }
            if !outcome.mistakes.isEmpty { throw ExitStatus.invalidInput }
            throw outcome.difference.isEmpty ? ExitStatus.unchanged : ExitStatus.changed
        }
        let plan = try source.draft(start: start.flatMap { CivilDate($0) }, into: output)
        let drafts = try output.map {
            try ImportAnnouncements(
                into: $0, withText: true, updating: write, settling: settle)([plan])
        }
        switch format {
        case .text:
            try Terminal.write(
                drafts.map { $0.map { ImportText.text($0, writes: write) }.joined() }
                    ?? ImportText.text(plan))
        case .json:
            let values = drafts.map { $0.map(ImportText.json) } ?? [plan.json]
            try Terminal.write(json: Array((JSONValue.array(values).prettyText + "\n").utf8))
        }
        if let status = ImportPostsCommand.status(of: drafts ?? []) { throw status }
    }

    private func mapping() throws -> [(heading: String, key: String)] {
        try map.map { text in
            guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
                throw ValidationError("--map takes HEADING=KEY, such as \"Cutover list=title\".")
            }
            return (String(text[..<sign]), String(text[text.index(after: sign)...]))
        }
    }
}

extension TableEncoding: ExpressibleByArgument {}
