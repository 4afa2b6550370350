import ArgumentParser
import LedgerStorage
import PostgresStorage

/// `readiness-server init-database`: makes the tables that servers share.
struct InitDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init-database",
        abstract: "Make the tables of a ledger in a PostgreSQL database, as their owner.",
        discussion: """
            The owner of the tables and the role that the servers connect as are two roles: the servers \
            may add entries and read them, and change nothing but the rows that say how many there are \
            and what was signed last, and files that no statement named yet. The statements that give these rights are printed; --grant carries them out.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: ArgumentHelp("The role that the servers connect as.", valueName: "role"))
    var role = "readiness_server"

    @Flag(help: "Give the role its rights; it must be there.")
    var grant = false

    func run() async throws {
        guard let address = try database.address() else {
            throw ValidationError("Name the database: --database postgresql://OWNER@HOST/NAME.")
        }
        DatabaseOptions.warn(address)
        let database = PostgresDatabase(address)
        let location = database.location(in: ".")
        do {
            let grants = try await database.create(role: role, for: location)
            Standard.say("The tables are made.")
            if grant {
                try await database.grant(role: role, for: location)
                Standard.say("\(role) may add to them.")
            } else {
                Standard.say(
                    "As their owner, or with --grant, let the servers add to them:\n\(grants)")
            }
        } catch let error as LedgerError {
            Standard.note("error: \(error.complaint)")
            throw ExitCode(74)
        }
        try await database.close()
    }
}
