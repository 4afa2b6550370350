import ArgumentParser
import Operations
import Reporting
import Rollout

/// `readiness-server backup`: a copy to go on from.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a server's data into a new folder, while the server runs.",
        discussion: """
            The copy is of one moment, is verified, and is there only once all of it is. The private \
            key of the log is left out unless --with-key asks for it: copy log.key once and keep it \
            apart. What no statement names is left out.
            """)

    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp("The folder to write, which must not be there.", valueName: "folder"))
    var output: String

    @Flag(help: "Copy the private key of the log too: who has the backup can sign for the log.")
    var withKey = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output takes a folder.") }
    }

    func run() async throws {
        let folder = try data.folder()
        try folder.requireOwnLedger()
        let outcome = try await BackUpServer(folder.data, folder.context())(
            to: output, withKey: withKey)
        for remark in outcome.remarks { Standard.note("Copied as it is: \(remark)") }
        Standard.say(
            "\(output): \(Prose.count(outcome.extent.size, "entry", "entries")), root \(outcome.extent.root), "
                + "\(Prose.count(outcome.files, "file", "files")) of evidence "
                + "(\(Prose.count(outcome.bytes, "byte"))), verified. "
                + (withKey
                    ? "It has the private key of the log: keep it as safe as that."
                    : "The private key of the log is not in it: keep a copy of log.key apart."))
    }
}
