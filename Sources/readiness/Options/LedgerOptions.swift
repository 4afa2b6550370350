import ArgumentParser
import Files
import LedgerStorage
import Operations

/// Where the entries are kept.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp(
            """
            The ledger. Default: $READINESS_LEDGER, else .readiness/ledger.sqlite beside the \
            nearest checklists folder. A .jsonl file is only read.
            """, valueName: "path"))
    var path: String?

    func validate() throws {
        if path?.isEmpty ?? false { throw ValidationError("--ledger takes a path.") }
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

    /// Tells of a ledger that was started; nil is none.
    static func noteNew(_ ledger: LedgerLocation?) {
        guard let ledger, Folder.holdsSomething(at: ledger.path) else { return }
        // One that was found lies beside the folder of checklists, which people know.
        let path = ledger.origin == .found ? ".readiness/ledger.sqlite" : ledger.path
        Terminal.note("A new ledger was started: \(path)")
    }
}
