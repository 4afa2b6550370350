import ArgumentParser
import Operations

/// The instant that a command judges at, and how much of the ledger.
struct AsOfOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            """
            Judge as of an instant: 2025-10-09T12:00:00Z, a local time 2025-10-09T14:00 or the end \
            of a day 2025-10-09, both in the checklist's zone.
            """, valueName: "instant"),
        transform: Self.read)
    var asOf: AsOf = .now

    @Option(
        help: ArgumentHelp(
            """
            Judge the first entries of the ledger alone, as many as a report names. Default: all \
            up to the instant.
            """, valueName: "count"))
    var entries: Int?

    var point: JudgementPoint { JudgementPoint(asOf: asOf, entries: entries) }

    func validate() throws {
        if let entries, entries < 0 { throw ValidationError("--entries takes a number from 0.") }
    }

    private static func read(_ text: String) throws -> AsOf {
        guard let asOf = AsOf(text) else {
            throw ValidationError(
                """
                It takes an instant (2025-10-09T12:00:00Z), a local time (2025-10-09T14:00) or a \
                day that exists (2025-10-09).
                """)
        }
        return asOf
    }
}
