import ArgumentParser
import Operations

/// Where the private key of the ledger's log is.
struct LogKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The private key of the ledger's log. Default: the file of the log's name in \
            ~/.config/readiness/logs (or below $XDG_CONFIG_HOME).
            """, valueName: "file"))
    var logKey: String?

    /// Where to look for it.
    var place: LogKeyPlace {
        logKey.map { .file($0) } ?? .account(folder: Machine.configurationFolder)
    }
}
