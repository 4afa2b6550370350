import ArgumentParser
import Characters
import Operations
import Reporting

/// `readiness outbox`: shows or sends what a server could not be told.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Show what waits to be sent to the server of a ledger, or send it.",
        discussion: """
            What was signed is kept on this machine until the server is seen to have it, whatever became \
            of the sending. It counts for nothing before. What the server refuses for good is told and put \
            aside: it is kept and shown, and is not sent again.
            """)

    @Flag(help: "Send all of it now.")
    var send = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let outbox = try SendOutbox(context.location(for: nil))
        guard send else {
            let files = try outbox.waiting()
            let refused = try outbox.refused().map { "refused: \($0)" }
            let lines = (files.isEmpty ? ["Nothing waits to be sent."] : files) + refused
            return try Terminal.write(lines.map { VisibleText.line($0) + "\n" }.joined())
        }
        let sent = try await outbox()
        for one in sent {
            let words =
                one.entries.map {
                    "sent: \(one.path) (entry \($0.map(String.init).joined(separator: ", ")))"
                } ?? "refused: \(one.path): \(one.refusal ?? "")"
            try Terminal.write(VisibleText.line(words) + "\n")
        }
        if sent.isEmpty { try Terminal.write("Nothing waits to be sent.\n") }
        if sent.contains(where: { $0.entries == nil }) { throw ExitStatus.invalidInput }
    }
}
