import ArgumentParser
import Operations
import Reporting
import Rollout

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

    var point: JudgementPoint { point(isForecast: false) }

    /// The same, marked as a forecast although the instant may have passed by now.
    func point(isForecast: Bool) -> JudgementPoint {
        JudgementPoint(asOf: asOf, entries: entries, isForecast: isForecast)
    }

    /// What a judgement of the past says of itself in its first line; nothing for the present.
    func words(for report: ReportInput) -> String {
        let time = report.facts.context.time(report.assessment.asOf)
        let size = Prose.count(report.ledger.size, "entry", "entries")
        switch (asOf, entries) {
        case (.now, nil): return ""
        case (.now, _): return " (by the first \(size) of the ledger)"
        case (_, nil): return " (as of \(time))"
        case (_, _): return " (as of \(time), by the first \(size) of the ledger)"
        }
    }

    func validate() throws {
        if let entries, entries < 0 { throw ValidationError("--entries takes a number from 0.") }
    }

    /// Reads what the option takes.
    static func read(_ text: String) throws -> AsOf {
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
