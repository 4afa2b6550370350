import ArgumentParser

/// `readiness import`: makes checklists of announcements and of tables.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Make a checklist of an announcement, for a person to finish.",
        subcommands: [ImportPostsCommand.self, ImportTableCommand.self],
        defaultSubcommand: ImportPostsCommand.self)
}
