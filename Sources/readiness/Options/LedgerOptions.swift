import ArgumentParser
import Files
import LedgerStorage
import Operations
import Reporting

/// Where the entries are kept.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp(
            """
            The ledger. Default: $READINESS_LEDGER, else .readiness/ledger.sqlite beside the \
            nearest checklists folder, or the server that .readiness/server names there. A .jsonl \
            file is only read. The address of a server, such as https://ledger.example.com, is a \
            ledger as well; see `readiness init --server`.
            """, valueName: "path"), completion: .file())
    var path: String?

    func validate() throws {
        if path?.isEmpty ?? false { throw ValidationError("--ledger takes a path.") }
    }

    /// Which ledger something was judged by, and how many of its entries.
    static func judged(
        by ledger: LedgerLocation, _ size: Int, _ context: OperationContext
    ) -> String {
        let entries = size == 0 ? "no entries yet" : Prose.count(size, "entry", "entries")
        return "Judged by the ledger \(shown(ledger, context)) (\(entries))."
    }

    /// Says by which ledger something was judged, and what somebody should know of that beside.
    static func note(
        judgedBy ledger: LedgerLocation, _ size: Int, _ context: OperationContext
    ) async {
        Terminal.note(judged(by: ledger, size, context))
        await LedgerNotes.write(ledger, context)
    }

    /// Says by which ledger an act was judged.
    static func note(_ act: Act, _ context: OperationContext) async {
        await note(judgedBy: act.ledger.location, act.ledger.size, context)
    }

    /// The path of a ledger as one reads it from the folder that the command runs in.
    static func shown(_ ledger: LedgerLocation, _ context: OperationContext) -> String {
        if let server = ledger.server { return server.address }
        let own = "\(context.folder)/"
        return ledger.path.hasPrefix(own) ? String(ledger.path.dropFirst(own.count)) : ledger.path
    }
}

/// Where entries are recorded.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var ledger: LedgerOptions

    @Flag(
        name: .customLong("create"),
        help: "Start the ledger that --ledger or $READINESS_LEDGER names, where there is none.")
    var create = false

    /// The world as operations see it.
    var context: OperationContext {
        Machine.context(ledger: ledger.path, startsLedger: create)
    }

    /// Tells of ledgers that were not there before a command and are now: in a copied folder the
    /// one that is meant lies elsewhere.
    static func noteStarted(_ ledgers: [LedgerLocation], _ context: OperationContext) {
        for ledger in ledgers where Folder.holdsSomething(at: ledger.path) {
            Terminal.note("A new ledger was started: \(LedgerOptions.shown(ledger, context))")
        }
    }
}
