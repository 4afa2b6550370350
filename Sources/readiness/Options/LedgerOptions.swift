import ArgumentParser

/// Where the records are kept.
struct LedgerOptions: ParsableArguments {
    @Option(
        name: .customLong("ledger"),
        help: ArgumentHelp(
            """
            The ledger. Default: $READINESS_LEDGER, else .readiness/ledger.sqlite beside the \
            nearest checklists folder. A .jsonl file is only read.
            """, valueName: "path"))
    var path: String?
}
