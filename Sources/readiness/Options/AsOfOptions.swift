import ArgumentParser

/// The instant that a command judges at.
struct AsOfOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            """
            Judge as of an instant: 2025-10-09T12:00:00Z, a local time 2025-10-09T14:00 or the end \
            of a day 2025-10-09, both in the checklist's zone.
            """, valueName: "instant"),
        transform: AsOf.read)
    var asOf: AsOf = .now
}
