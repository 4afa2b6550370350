import LedgerStorage
import Operations
import Reporting

/// Says that something waits to be sent to the server of a ledger: the one place where commands that act or
/// judge say so.
enum OutboxNote {
    /// One line where files wait: what is in them was signed, and somebody may believe that it counts.
    static func write(_ ledger: LedgerLocation) {
        guard let server = ledger.server else { return }
        do {
            let count = try SendOutbox(ledger).waiting().count
            guard count > 0 else { return }
            let files = Prose.count(
                count, "file of signed statements waits", "files of signed statements wait")
            Terminal.note(
                "\(files) to be sent to \(server.address), and what is said there counts for nothing yet: "
                    + "readiness outbox --send.")
        } catch {
            Terminal.note("\(error)")
        }
    }
}
