import ArgumentParser

/// Where the server keeps everything.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder of the ledger, its evidence, the log's key and the tokens.",
            valueName: "folder"))
    var path: String

    func validate() throws {
        if path.isEmpty { throw ValidationError("--data takes a folder.") }
    }

    var folder: DataFolder { DataFolder(path: path) }
}
