import ArgumentParser

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
