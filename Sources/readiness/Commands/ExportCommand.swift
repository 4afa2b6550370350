import ArgumentParser
import Attestation
import ChecklistDecoding
import Operations
import Reporting
import Rollout

/// `readiness export`: writes what others check with their own tools.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write what others verify without the ledger: a rollout, or the whole log.",
        discussion: """
            With a checklist and --output it writes a bundle of its rollout: statements, signatures, \
            evidence, receipts, checklist texts and report, with a page that says how to verify them \
            with a shell, openssl and ssh-keygen. The text of the checklist is kept in the ledger.

            --tiles writes every entry and every hash in the layout of c2sp.org/tlog-tiles, and the \
            signed checkpoint last. Into a folder of an earlier export it adds what is new.

            With a checklist and --sheet it writes the plan and where it stands as a workbook (.xlsx), a table \
            in Markdown (.md) or separated values, for people who plan in a spreadsheet.

              readiness export checklists/mine.yaml --output bundle.tar
              readiness export checklists/mine.yaml --sheet plan.xlsx
              readiness export --tiles log
            """)

    @Argument(
        help: ArgumentHelp(
            "The checklist: a file, or sha256: and the digest of a recorded text.",
            valueName: "checklist"), completion: ChecklistCompletion.checklists)
    var checklist: String?

    @Option(
        help: ArgumentHelp(
            "Write the bundle here: a folder, or one file where the name ends in .tar.",
            valueName: "path"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write the plan into this file: .xlsx, .md, or separated values.", valueName: "file"))
    var sheet: String?

    @Option(help: ArgumentHelp("Write the log into this folder.", valueName: "folder"))
    var tiles: String?

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var key: LogKeyOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        let isBundle = checklist != nil && output != nil && tiles == nil && sheet == nil
        let isSheet = checklist != nil && output == nil && tiles == nil && sheet != nil
        let isLog = checklist == nil && output == nil && tiles != nil && sheet == nil
        guard isBundle || isSheet || isLog else {
            throw ValidationError(
                "Name a checklist and --output, a checklist and --sheet, or --tiles alone.")
        }
        if sheet?.isEmpty ?? false { throw ValidationError("--sheet takes a path.") }
        if output?.isEmpty ?? false { throw ValidationError("--output takes a path.") }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        if let tiles {
            let location = context.location(for: nil)
            let exported = try await ExportTiles(location, key.place)(into: tiles)
            return Terminal.note("\(tiles): \(Self.entries(exported.checkpoint.extent.size))")
        }
        guard let checklist else { return }
        Terminal.noteMissing(context.missingLedger)
        let loaded = try await scope.loader(context).loadOne(checklist)
        if let sheet {
            let steps = try await ExportSheet(context)(loaded, to: sheet)
            return try Terminal.write("\(sheet): \(Prose.count(steps, "step"))\n")
        }
        guard let output else { return }
        let bundle = try await ExportBundle(by: principal.principal(), key.place, context)(
            loaded, to: output)
        try Terminal.write("\(output): \(Self.entries(bundle.entries)), \(bundle.signed) signed\n")
        await LedgerOptions.note(
            judgedBy: context.location(for: loaded.source.path), bundle.ledger.size, context)
        if bundle.log == nil {
            Terminal.note(
                "The ledger has no log, so that nothing shows that these entries are on record. Make "
                    + "one: readiness checkpoint --start NAME.")
        } else if bundle.lacksEnvelopes {
            Terminal.note(
                "The log's key is not here: the attestations have no signature around them.")
        }
    }

    private static func entries(_ size: Int) -> String { Prose.count(size, "entry", "entries") }
}
