package import Rollout

/// The days from the instant of a report to the start of a phase, by the clocks of a zone.
package struct TMinus: Hashable, Sendable {
    /// Calendar days from the instant to the start; negative once the start has passed.
    package let days: Int
    /// The start lies at or before the instant.
    package let hasPassed: Bool
    /// Nobody knows the start yet.
    private let isUnknown: Bool

    package init(start: Instant, asOf: Instant, zone: Zone) {
        days = zone.local(start).date.daysSinceEpoch - zone.local(asOf).date.daysSinceEpoch
        hasPassed = start <= asOf
        isUnknown = start == .latest
    }

    /// Such as `T-11 d` eleven days before and `T+3 d` three days after.
    package var short: String {
        isUnknown ? "T-?" : days > 0 ? "T-\(days) d" : hasPassed ? "T+\(-days) d" : "T-0 d"
    }

    /// Such as "in 11 days", "today" and "3 days ago".
    package var words: String {
        switch days {
        case _ where isUnknown: return "on a day that is to be announced"
        case 0: return hasPassed ? "today" : "later today"
        case 1: return "tomorrow"
        case -1: return "yesterday"
        default: return days > 0 ? "in \(days) days" : "\(-days) days ago"
        }
    }

    /// What has become of the start of a phase, in one sentence.
    package func sentence(for phase: Phase) -> String {
        let isOpen = phase.started == nil && phase.starts.earliest != phase.starts.latest
        switch (phase.status, hasPassed) {
        case (.cancelled, _): return "The phase is cancelled."
        case (.started, true), (.completed, true):
            return isOpen ? "It started at the earliest \(words)." : "It started \(words)."
        case (.planned, false):
            return isOpen ? "It starts at the earliest \(words)." : "It starts \(words)."
        default:
            let place = isOpen ? "The earliest start" : "The start"
            return
                "\(place) \(hasPassed ? "was" : "is") \(words), and the phase is \(phase.status.rawValue)."
        }
    }
}
