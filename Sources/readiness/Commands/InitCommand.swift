import ArgumentParser
import Characters
import Operations
import Rollout

/// `readiness init`: makes a folder to begin with.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a folder with a commented first checklist, its schema and a ledger.",
        discussion: """
            Makes checklists/first.yaml, checklists/readiness.schema.json, .gitignore and \
            .readiness/ledger.sqlite, or the ledger that --ledger names. Nothing that exists is changed.
            """)

    @Argument(
        help: ArgumentHelp("The folder. Default: this one.", valueName: "folder"),
        completion: .directory)
    var folder = "."

    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The name of the folder is empty.") }
    }

    func run() async throws {
        let context = Machine.context(ledger: ledger.path, startsLedger: true)
        let made = try await InitFolder(folder, for: principal.principal(), context)()
        try Terminal.write(
            made.map { VisibleText.line(Self.line($0)) + "\n" }.joined())
    }

    private static func line(_ made: InitFolder.Made) -> String {
        guard !made.isNew else { return "made  \(made.path)" }
        let lacks = made.lacks.map { "; add the line \($0) to it" } ?? ""
        return "left  \(made.path), which was there before\(lacks)"
    }
}
