import LedgerStorage

/// A run that trouble with its ledger ended: one message says both what went wrong and what is kept.
struct UnfinishedRun: Error, CustomStringConvertible {
    let error: LedgerError
    let recorded: Int
    let all: Int

    var description: String {
        "\(error.complaint) The run ends here: \(Self.ending(recorded, of: all))"
    }

    /// How much of a run is kept.
    static func ending(_ recorded: Int, of all: Int) -> String {
        "\(recorded) of \(all) checks were recorded."
    }
}
