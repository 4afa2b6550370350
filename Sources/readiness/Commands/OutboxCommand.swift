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
            What was signed while the server could not be reached is kept on this machine. It counts \
            for nothing before the server has it. What the server refuses is kept as well, and told.
            """)

    @Flag(help: "Send all of it now.")
    var send = false

    @OptionGroup var ledger: LedgerOptions

    func run() async throws {
        let context = Machine.context(ledger: ledger.path)
        let outbox = try SendOutbox(context.location(for: nil))
        guard send else {
            let files = try outbox.waiting()
            let lines = files.isEmpty ? ["Nothing waits to be sent."] : files
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
