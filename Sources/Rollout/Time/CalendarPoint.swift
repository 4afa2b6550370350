/// A point of the calendar as people write it: a whole day, or a time on a day.
package enum CalendarPoint: Hashable, Sendable, CustomStringConvertible {
    case day(CivilDate)
    case time(LocalDateTime)
    /// The publisher will say it later: it lies behind every moment, so that nothing is late for it.
    case toBeAnnounced

    /// How the language says that a point is not known yet.
    package static let toBeAnnouncedWord = "to-be-announced"

    /// Reads `2025-10-10` or `2025-10-10T22:00`; nil for another form and for a day that does not
    /// exist.
    package init?(_ text: String) {
        if let date = CivilDate(text) {
            self = .day(date)
        } else if let time = LocalDateTime(text) {
            self = .time(time)
        } else {
            return nil
        }
    }

    package var date: CivilDate {
        switch self {
        case .day(let date): return date
        case .time(let time): return time.date
        case .toBeAnnounced: return Zone.utc.local(.latest).date
        }
    }

    /// When the point begins: a day at its midnight, a time at itself.
    package func begins(in zone: Zone) -> Instant {
        switch self {
        case .day(let date): return zone.instant(LocalDateTime(startOf: date))
        case .time(let time): return zone.instant(time)
        case .toBeAnnounced: return .latest
        }
    }

    /// When the point has passed: a day at the midnight that ends it, a time at itself.
    package func lapses(in zone: Zone) -> Instant {
        switch self {
        case .day(let date): return zone.instant(LocalDateTime(startOf: date.adding(days: 1)))
        case .time(let time): return zone.instant(time)
        case .toBeAnnounced: return .latest
        }
    }

    package var description: String {
        switch self {
        case .day(let date): return date.description
        case .time(let time): return time.description
        case .toBeAnnounced: return Self.toBeAnnouncedWord
        }
    }
}
