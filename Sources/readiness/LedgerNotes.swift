import LedgerStorage
import Operations

/// What somebody should know of a ledger that a command acts on or judges by, beside what it holds.
enum LedgerNotes {
    /// A line for each; none where all is as it should be.
    static func write(_ ledger: LedgerLocation, _ context: OperationContext) async {
        await SignersNote.write(ledger, context)
        OutboxNote.write(ledger)
    }
}
