import ArgumentParser
import Foundation
import Rollout

/// The instant that a command judges at.
struct AsOfOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "Judge as of an instant: 2025-10-09T12:00:00Z, a local time 2025-10-09T14:00 or the end of a day 2025-10-09, both in the checklist's zone. Default: now.",
            valueName: "instant"))
    var text: String?

    func validate() throws {
        if let text, Instant(rfc3339: text) == nil, CalendarPoint(text) == nil {
            throw ValidationError(
                "--as-of takes an instant (2025-10-09T12:00:00Z), a local time (2025-10-09T14:00) or a day that exists (2025-10-09), not \"\(text)\"."
            )
        }
    }

    /// The instant in a zone; a day is its last second.
    func instant(in zone: Zone, now: Instant) -> Instant {
        guard let text else { return now }
        if let instant = Instant(rfc3339: text) { return instant }
        guard let point = CalendarPoint(text) else { return now }
        if case .day = point { return point.lapses(in: zone).advanced(by: .seconds(-1)) }
        return point.begins(in: zone)
    }
}
