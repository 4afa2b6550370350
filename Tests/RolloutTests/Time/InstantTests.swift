import Rollout
import Testing

/// Moments in UTC and their written form.
struct InstantTests {
    static let written: [(text: String, milliseconds: Int64)] = [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1),
        ("1969-12-31T23:59:59.999Z", -1), ("1969-12-31T23:59:59Z", -1000),
        ("2025-10-10T08:00:00Z", 1_760_083_200_000), ("2000-02-29T12:34:56.780Z", 951_827_696_780),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ("2038-01-19T03:14:08Z", 2_147_483_648_000),
    ]

    @Test("A moment is written in UTC and read again", arguments: written)
    func roundTrip(text: String, milliseconds: Int64) {
        #expect(Instant(rfc3339: text) == Instant(milliseconds: milliseconds))
        #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
    }

    static let readable: [(text: String, same: String)] = [
        ("2025-10-10T10:00:00+02:00", "2025-10-10T08:00:00Z"),
        ("2025-10-10t08:00:00z", "2025-10-10T08:00:00Z"),
        ("2025-10-09T22:30:00-09:30", "2025-10-10T08:00:00Z"),
        ("2025-10-10T08:00:00-00:00", "2025-10-10T08:00:00Z"),
        ("2025-01-01T00:30:00+01:00", "2024-12-31T23:30:00Z"),
        ("2025-10-10T08:00:00.5Z", "2025-10-10T08:00:00.500Z"),
        ("2025-10-10T08:00:00.05+00:00", "2025-10-10T08:00:00.050Z"),
        ("2024-02-29T23:59:59+23:59", "2024-02-29T00:00:59Z"),
        ("0001-01-01T00:00:00-00:01", "0001-01-01T00:01:00Z"),
    ]

    @Test("Offsets and fractions are read", arguments: readable)
    func offsets(text: String, same: String) throws {
        let instant = try #require(Instant(rfc3339: text))
        #expect(instant.rfc3339 == same)
    }

    static let refused = [
        "", "2025-10-10", "2025-10-10T08:00:00", "2025-10-10T08:00Z", "2025-10-10 08:00:00Z",
        "2025-02-29T08:00:00Z", "2025-13-01T08:00:00Z", "2025-00-01T08:00:00Z",
        "2025-04-31T08:00:00Z",
        "2025-10-10T24:00:00Z", "2025-10-10T08:60:00Z", "2025-10-10T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "2025-10-10T08:00:00.Z", "2025-10-10T08:00:00.1234Z", "2025-10-10T08:00:00,5Z",
        "2025-10-10T08:00:00+2:00",
        "2025-10-10T08:00:00+0200", "2025-10-10T08:00:00+24:00", "2025-10-10T08:00:00+02:60",
        "2025-10-10T08:00:00+02",
        "2025-10-10T08:00:00ZZ", "2025-10-10T08:00:00Z ", " 2025-10-10T08:00:00Z",
        "2025-10-10T08:00:00.5",
        "12025-10-10T08:00:00Z", "+2025-10-10T08:00:00Z", "-001-10-10T08:00:00Z",
        "２０２５-10-10T08:00:00Z",
        "2025-10-10T08:00:00Z\u{301}", "2025-10-10T08:00:00+02:0٣", "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
    ]

    @Test("What is not an RFC 3339 time of the years 1 to 9999 is refused", arguments: refused)
    func refuses(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }

    static let moves: [(start: Int64, duration: Duration, end: Int64)] = [
        (0, .seconds(1), 1000), (0, .milliseconds(-1), -1), (5, .zero, 5),
        (0, .microseconds(1999), 1),
        (0, .microseconds(-1999), -1), (.max, .seconds(1), .max), (.min, .seconds(-1), .min),
        (0, .seconds(Int64.max), .max), (0, .seconds(Int64.min), .min),
        (
            0,
            Duration(
                secondsComponent: 9_223_372_036_854_775,
                attosecondsComponent: 999_000_000_000_000_000), .max
        ),
    ]

    @Test("A moment is moved by a duration, within what can be counted", arguments: moves)
    func advanced(start: Int64, duration: Duration, end: Int64) {
        #expect(Instant(milliseconds: start).advanced(by: duration) == Instant(milliseconds: end))
    }

    @Test("The time between two moments")
    func since() {
        let early = Instant(milliseconds: -1500)
        let late = Instant(milliseconds: 500)
        #expect(late.since(early) == .seconds(2))
        #expect(early.since(late) == .seconds(-2))
        #expect(early < late)
        let bounds = (Instant(milliseconds: .min), Instant(milliseconds: .max))
        #expect(bounds.1.since(bounds.0) > .seconds(Int64.max / 1000))
    }
}
