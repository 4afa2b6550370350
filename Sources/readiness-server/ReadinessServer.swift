import ArgumentParser
import Operations

/// `readiness-server`: one ledger for many people, over HTTP.
@main
struct ReadinessServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readiness-server",
        abstract: "Keep one ledger for many people, over HTTP.",
        discussion: """
            People and machines sign what they say with SSH keys that the list of signers names; \
            nobody has a password. The server takes statements by their signatures, signs the log \
            of them, and shows the rollouts. `readiness --ledger https://…` works with it.
            """,
        version: ServerVersion.text,
        subcommands: [
            ServeCommand.self, TokenCommand.self, BackupCommand.self, RestoreCommand.self,
            InitDatabaseCommand.self,
        ],
        defaultSubcommand: ServeCommand.self)

    /// Carries out the command line, and exits with what it came to.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            ServerEnding.leave(error)
        }
    }
}
