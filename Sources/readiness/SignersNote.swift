import LedgerStorage
import Operations

/// Says that a list of signers in a folder is not the one that counts: the one place where commands that
/// act or judge say so.
enum SignersNote {
    /// One line where the file beside a ledger differs from the newest list on record.
    static func write(_ ledger: LedgerLocation, _ context: OperationContext) async {
        guard let difference = await context.signersDifference(in: ledger) else { return }
        Terminal.note(difference)
    }
}
