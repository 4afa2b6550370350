package import Rollout

/// The instant that somebody asks to judge at.
package enum AsOf: Hashable, Sendable {
    /// The present moment.
    case now
    /// The same moment everywhere.
    case instant(Instant)
    /// A day or a local time in the checklist's zone.
    case point(CalendarPoint)

    /// Reads an instant (2025-10-09T12:00:00Z), a local time (2025-10-09T14:00) or a day that
    /// exists (2025-10-09); nil for anything else.
    package init?(_ text: String) {
        if let instant = Instant(rfc3339: text) {
            self = .instant(instant)
        } else if let point = CalendarPoint(text) {
            self = .point(point)
        } else {
            return nil
        }
    }

    /// The first moment that is meant in a zone, a day being its beginning; nil for the present.
    package func begin(in zone: Zone) -> Instant? {
        guard case .point(.day(let day)) = self else { return named(in: zone) }
        return CalendarPoint.day(day).begins(in: zone)
    }

    /// The instant in a zone, a day being its last second; nil for the present moment.
    package func named(in zone: Zone) -> Instant? {
        switch self {
        case .now: return nil
        case .instant(let instant): return instant
        case .point(.day(let day)):
            return CalendarPoint.day(day).lapses(in: zone).advanced(by: .seconds(-1))
        case .point(let time): return time.begins(in: zone)
        }
    }
}
