import ArgumentParser
import Attestation
import Operations
import Rollout

/// `readiness export`: writes what others check with their own tools.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the ledger as a log that stock tools mirror and check.",
        discussion: """
            --tiles writes every entry and every hash in the layout of c2sp.org/tlog-tiles, and the \
            signed checkpoint last. Into a folder of an earlier export it adds what is new.
            """)

    @Option(help: ArgumentHelp("The folder of the log.", valueName: "folder"))
    var tiles: String

    @OptionGroup var key: LogKeyOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let location = Machine.context(ledger: ledger.path).location(for: nil)
        let size = try await ExportTiles(location, key.place)(into: tiles).checkpoint.extent.size
        Terminal.note("\(tiles): \(size == 1 ? "1 entry" : "\(size) entries")")
    }
}
