import ArgumentParser
import Attestation
import Files
import Operations

/// `readiness receipt`: proves that an entry is in the ledger.
struct ReceiptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipt",
        abstract: "Print the receipt of an entry: proof that it is in the signed ledger.",
        discussion: """
            A receipt is a c2sp.org/tlog-proof file: the exact bytes of the entry, the hashes that lead \
            from it to the root, and the signed checkpoint. Who has it, and the public key of the log, \
            needs nothing of the ledger. `readiness log` shows the numbers of the entries.
            """)

    @Argument(help: ArgumentHelp("The number of the entry.", valueName: "entry"))
    var sequence: Int

    @Option(help: ArgumentHelp("Write it to this file.", valueName: "file"))
    var output: String?

    @OptionGroup var key: LogKeyOptions
    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let location = Machine.context(ledger: ledger.path).location(for: nil)
        let receipt = try await ReceiptForEntry(location, key.place)(sequence)
        let bytes = Array(receipt.text.utf8)
        guard let output else { return try Terminal.write(bytes) }
        do throws(FileFailure) {
            try WholeFile.write(bytes, to: output, permissions: 0o644)
        } catch {
            throw OperationFailure.log(.file(path: output, error))
        }
        Terminal.note("The receipt of entry \(sequence): \(output)")
    }
}
