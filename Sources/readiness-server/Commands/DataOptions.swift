import ArgumentParser
import Foundation
import PostgresStorage

/// Where the server keeps everything.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder of the ledger, its evidence, the log's key and the tokens.",
            valueName: "folder"))
    var path: String

    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if path.isEmpty { throw ValidationError("--data takes a folder.") }
    }

    /// The folder, with the database where one is named.
    func folder() throws -> DataFolder {
        DataFolder(path: path, database: try database.address().map { PostgresDatabase($0) })
    }
}
