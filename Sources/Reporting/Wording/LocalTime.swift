package import Rollout

/// Moments as people read them, in the zone of the checklist; no locale has a say.
package enum LocalTime {
    /// Such as `2025-10-03 14:05 Europe/Berlin`.
    package static func text(_ instant: Instant, in zone: Zone) -> String {
        "\(clock(instant, in: zone)) \(zone.name)"
    }

    /// The first moment after something: such as `the end of 2025-12-07 Europe/Berlin` where that
    /// is midnight.
    package static func end(_ instant: Instant, in zone: Zone) -> String {
        let local = zone.local(instant)
        guard local.secondOfDay == 0 else { return text(instant, in: zone) }
        return "the end of \(local.date.adding(days: -1)) \(zone.name)"
    }

    /// The same without the zone.
    package static func clock(_ instant: Instant, in zone: Zone) -> String {
        point(.time(zone.local(instant)))
    }

    /// A moment in UTC to the second, such as `2025-10-03T12:05:00Z`; JSON has the milliseconds.
    package static func utc(_ instant: Instant) -> String {
        "\(instant.rfc3339.prefix(19))Z"
    }

    /// Such as `2025-10-03` or `2025-10-03 22:00`.
    package static func point(_ point: CalendarPoint) -> String {
        if point == .toBeAnnounced { return "to be announced" }
        let bytes = point.description.utf8.map {
            $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Such as `2025-10-03` or `2025-10-03 to 2025-10-31`.
    package static func range(_ range: CalendarRange) -> String {
        range.earliest == range.latest
            ? point(range.earliest) : "\(point(range.earliest)) to \(point(range.latest))"
    }
}

extension LocalTime {
    /// The first moment after something without the zone, a midnight being the end of the day before.
    package static func shortEnd(_ instant: Instant, in zone: Zone) -> String {
        let local = zone.local(instant)
        guard local.secondOfDay == 0 else { return clock(instant, in: zone) }
        return "the end of \(local.date.adding(days: -1))"
    }
}
