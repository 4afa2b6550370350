import Rollout
import Testing

/// Days and times as people write them in a calendar.
struct CalendarPointTests {
    static let points: [(text: String, zone: String, begins: String, lapses: String)] = [
        ("2025-10-10", "UTC", "2025-10-10T00:00:00Z", "2025-10-11T00:00:00Z"),
        ("2025-10-10", "Europe/Berlin", "2025-10-09T22:00:00Z", "2025-10-10T22:00:00Z"),
        ("2025-10-10T22:00", "Europe/Berlin", "2025-10-10T20:00:00Z", "2025-10-10T20:00:00Z"),
        // 23 and 25 hours long.
        ("2025-03-30", "Europe/Berlin", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z"),
        ("2025-10-26", "Europe/Berlin", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z"),
        ("2024-12-31", "America/New_York", "2024-12-31T05:00:00Z", "2025-01-01T05:00:00Z"),
        ("2024-02-29", "Asia/Kathmandu", "2024-02-28T18:15:00Z", "2024-02-29T18:15:00Z"),
        // Begins at 01:00, because midnight is left out.
        ("2025-03-09", "America/Havana", "2025-03-09T05:00:00Z", "2025-03-10T04:00:00Z"),
    ]

    @Test(
        "A day lasts from midnight to midnight of its zone, a time is a moment", arguments: points)
    func bounds(text: String, zone: String, begins: String, lapses: String) throws {
        let point = try #require(CalendarPoint(text))
        let zone = try #require(Zone(zone))
        #expect(point.begins(in: zone).rfc3339 == begins)
        #expect(point.lapses(in: zone).rfc3339 == lapses)
        #expect(point.description == text)
        #expect(point.date.description == text.prefix(10))
    }

    @Test(
        "Another form is refused",
        arguments: [
            "", "tomorrow", "2025-02-30", "2025-10", "2025-10-10T25:00", "2025-10-10T22:00Z",
        ])
    func refuses(text: String) {
        #expect(CalendarPoint(text) == nil)
    }

    @Test("A range is written with both ends, and a point alone as itself")
    func ranges() throws {
        let early = try #require(CalendarPoint("2025-11-01"))
        let late = try #require(CalendarPoint("2025-11-30T12:00"))
        #expect(
            CalendarRange(earliest: early, latest: late).description
                == "2025-11-01 to 2025-11-30T12:00")
        #expect(CalendarRange(early).description == "2025-11-01")
        #expect(CalendarRange(early) == CalendarRange(earliest: early, latest: early))
    }
}
