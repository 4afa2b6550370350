import ArgumentParser
import Characters
import Operations
import Reporting
import Rollout

/// `readiness init`: makes a folder to begin with.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a folder with a commented first checklist, its schema and a ledger.",
        discussion: """
            Makes checklists/first.yaml, checklists/readiness.schema.json, .gitignore and \
            .readiness/ledger.sqlite, or the ledger that --ledger names. Nothing that exists is changed.

            Where allowed_signers is there already, it says what is lacking before signatures count.

            --key makes you the owner of the ledger: it writes allowed_signers with your public key, and \
            records that list, signed. --log makes the key that signs checkpoints of the ledger.

            --server uses the ledger of a readiness-server instead: it pins the key of the server's \
            log, takes a verified copy into ~/.local/state/readiness, and names the server in \
            .readiness/server. Ask who runs the server for the key, and name it with --log-vkey.
            """)

    @Argument(
        help: ArgumentHelp("The folder. Default: this one.", valueName: "folder"),
        completion: .directory)
    var folder = "."

    @Option(
        help: ArgumentHelp(
            "Your SSH key, whose public key lies beside it as FILE.pub.", valueName: "file"),
        completion: .file())
    var key: String?

    @Option(
        help: ArgumentHelp(
            "The name of the ledger's log, such as ledger.example.com/2026.", valueName: "name"))
    var log: String?

    @Option(
        help: ArgumentHelp(
            "Use the ledger of this server, such as https://ledger.example.com.",
            valueName: "address"))
    var server: String?

    @Option(
        help: ArgumentHelp(
            "The public key of the server's log, as its owner tells you.", valueName: "key"))
    var logVkey: String?

    @OptionGroup var logKey: LogKeyOptions
    @OptionGroup var principal: PrincipalOptions
    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if folder.isEmpty { throw ValidationError("The name of the folder is empty.") }
        if logVkey != nil, server == nil {
            throw ValidationError("--log-vkey goes with --server.")
        }
        if server != nil, key != nil || log != nil {
            throw ValidationError("A server has its keys: --server goes without --key and --log.")
        }
    }

    func run() async throws {
        if let server { return try await pin(server) }
        let context = Machine.context(ledger: ledger.path, startsLedger: true)
        let made = try await InitFolder(folder, for: principal.principal(), context)()
        try Terminal.write(
            made.map { VisibleText.line(Self.line($0)) + "\n" }.joined())
        let home = try InitKeys(folder, for: principal.principal(), context)
        if let key {
            let entry = try await home.recordSigners(key)
            try Terminal.write(
                "recorded  the list of signers \(entry.statement.checklist), owner "
                    + "\(entry.statement.principal) (entry \(entry.sequence))\n")
        }
        if let log {
            let name = try home.makeLog(log, logKey.place)
            try Terminal.write("made  the log key; its public key is \(name)\n")
        }
        for lack in try await home.lacks() { Terminal.note(Self.words(lack)) }
    }

    private func pin(_ server: String) async throws {
        let context = Machine.context()
        let pin = try PinServer(server, key: logVkey, context)
        try pin.requireFree(folder)
        let pinned = try await pin()
        let path = try pin.use(in: folder)
        try Terminal.write(
            "pinned  the log key of \(server): \(pinned.key)\n"
                + "copied  \(Prose.count(pinned.size, "entry", "entries")), verified\n"
                + "made    \(VisibleText.line(path))\n")
        guard pinned.isOnFirstUse else { return }
        Terminal.note(
            "Only the server itself said that this is its key. Ask who runs it, over another way, "
                + "whether it is.")
    }

    private static func words(_ lack: InitKeys.Lack) -> String {
        switch lack {
        case .listOnRecord:
            "allowed_signers is not on record yet, and no signature counts before it is: "
                + "`readiness signers --update --key FILE` in its folder records it."
        case .logKey:
            "The ledger has no log key yet: `readiness checkpoint --start NAME` in that folder makes "
                + "one."
        }
    }

    private static func line(_ made: InitFolder.Made) -> String {
        guard !made.isNew else { return "made  \(made.path)" }
        let lacks = made.lacks.map { "; add the line \($0) to it" } ?? ""
        return "left  \(made.path), which was there before\(lacks)"
    }
}
