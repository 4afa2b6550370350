import ArgumentParser
import Foundation
import Operations
import Reporting
import Rollout

/// `readiness-server restore`: goes on from a backup, and never with two histories.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a server's data back from a backup into an empty folder.",
        discussion: """
            A log that signed more than the backup has must not go on from it: it would have two \
            histories. Say how it is known that it did not: --newest, --nothing-newer; or begin a new \
            log with --log, which everybody pins anew.
            """)

    @OptionGroup var data: DataOptions

    @Option(help: ArgumentHelp("The folder that `backup` wrote.", valueName: "folder"))
    var from: String

    @Option(
        help: ArgumentHelp(
            "The private key of the log, where the backup does not have it.", valueName: "file"))
    var key: String?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A checkpoint that the log signed lately: a file, or the address of a server that has the log. Repeat it.",
            valueName: "place"))
    var newest: [String] = []

    @Flag(help: "The server was stopped before the backup: nothing was signed after it.")
    var nothingNewer = false

    @Option(
        help: ArgumentHelp(
            "Begin a new log of this name with the entries of the backup.", valueName: "name"))
    var log: String?

    func validate() throws {
        let ways = [!newest.isEmpty, nothingNewer, log != nil].count { $0 }
        guard ways < 2 else {
            throw ValidationError("--newest, --nothing-newer and --log exclude each other.")
        }
        if log != nil, key != nil {
            throw ValidationError("A new log has a new key: --key goes with the log of the backup.")
        }
    }

    func run() async throws {
        let folder = try data.folder()
        try folder.requireOwnLedger()
        let context = folder.context(variables: ProcessInfo.processInfo.environment)
        let continuation: RestoreServer.Continuation
        if let log {
            continuation = .newLog(log)
        } else if nothingNewer {
            continuation = .nothingNewer
        } else {
            var checkpoints: [NewestCheckpoint] = []
            for place in newest { checkpoints.append(try await NewestCheckpoint(place, context)) }
            continuation = .newest(checkpoints)
        }
        let outcome = try await RestoreServer(ServerData(from), context)(
            to: folder.data, keyFile: key, continuation)
        for remark in outcome.remarks { Standard.note("Brought back as it was: \(remark)") }
        Standard.say(
            "\(data.path): \(Prose.count(outcome.extent.size, "entry", "entries")), root \(outcome.extent.root), verified. "
                + "The key of its log is \(outcome.key).")
        if log != nil {
            Standard.note(
                "It is a new log: everybody pins its key anew (docs/server.md, Keeping it).")
        }
    }
}
